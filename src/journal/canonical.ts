/** Canonical bytes: RFC 8785 JSON, narrowed to what facts may hold, so the same value is the same bytes everywhere. */
import canonicalize from 'canonicalize';

/**
 * @throws TypeError when the value holds anything but objects, arrays, text, booleans, null and whole safe numbers: a
 * bug of the caller. Fractions are refused because amounts are whole; `undefined` because a signer must see every field.
 */
export function canonicalText(value: unknown): string {
  refuseForeign(value, '$');
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('nothing to write');
  return text;
}

export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalText(value));
}

function refuseForeign(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => refuseForeign(item, `${path}[${String(index)}]`));
    return;
  }
  if (!isPlainObject(value)) throw new TypeError(`not allowed in canonical JSON: ${path}`);
  for (const [key, item] of Object.entries(value)) refuseForeign(item, `${path}.${key}`);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
