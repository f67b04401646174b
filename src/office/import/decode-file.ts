/** The text of a file that a person chose, whatever wrote it; or why it is none. Pure. */
export type DecodedFile =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'refused'; readonly why: 'workbook' | 'notText' | 'empty' };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (startsWith(bytes, ZIP) || startsWith(bytes, OLE)) return { is: 'refused', why: 'workbook' };
  const encoding = encodingOf(bytes);
  if (encoding === null) return { is: 'refused', why: 'notText' };
  const text = new TextDecoder(encoding).decode(bytes);
  return text.trim() === '' ? { is: 'refused', why: 'empty' } : { is: 'text', text };
}

/** The marks of Excel's files: those of today and those of the 1990s. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const SNIFFED_BYTES = 4_096;

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Null for what has bytes that no text has. What is no UTF-8 is what Windows wrote before. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const head = bytes.subarray(0, SNIFFED_BYTES);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  // Latin text in UTF-16 is a zero in every second byte.
  if (even + odd > 0) {
    if (odd > head.length / 3) return 'utf-16le';
    return even > head.length / 3 ? 'utf-16be' : null;
  }
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
