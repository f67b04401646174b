/** Canonical bytes: RFC 8785 JSON, narrowed to what facts may hold, so the same value is the same bytes everywhere. */
const encoder = new TextEncoder();
/** Text that JSON writes as it stands: most of what a fact holds. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;
/** Half a pair: no text that UTF-8 could write. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * @throws TypeError when the value holds anything but objects, arrays, text, booleans, null and whole safe numbers: a
 * bug of the caller. Fractions are refused because amounts are whole; `undefined` because a signer must see every field.
 */
export function canonicalText(value: unknown): string {
  return write(value, 'the value itself');
}

export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(canonicalText(value));
}

/** @param name of the field it stands in, for whoever has to find it. */
function write(value: unknown, name: string): string {
  if (typeof value === 'string') return quoted(value, name);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, name)).join(',')}]`;
  if (!isPlainObject(value)) throw new TypeError(`not allowed in canonical JSON: ${name}`);
  let fields = '';
  // By UTF-16 code units, as RFC 8785 wants it and `sort` does it.
  for (const key of Object.keys(value).sort()) {
    const before = fields === '' ? '' : ',';
    fields += `${before}${quoted(key, key)}:${write(value[key], key)}`;
  }
  return `{${fields}}`;
}

function quoted(text: string, name: string): string {
  if (PLAIN_TEXT.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError(`half a surrogate pair in canonical JSON: ${name}`);
  return JSON.stringify(text);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
