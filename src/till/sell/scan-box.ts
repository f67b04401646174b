/**
 * The one box everything typed on Sell goes to: a scanner's burst, a code, or words to search for.
 * A quantity may stand before a code (*12\** or *12 x*): it becomes a chip and the box is free for the code.
 */

export interface ScanBox {
  readonly text: string;
  /** How many of the next product; null is one. */
  readonly times: number | null;
  /** Place in the results that Enter takes; null when none was chosen. */
  readonly marked: number | null;
  /** The code that nothing was found for; the next key starts a new text. */
  readonly missed: string | null;
}

export const EMPTY_BOX: ScanBox = { text: '', times: null, marked: null, missed: null };

/** More than any barcode or name; the rest of a runaway scanner is dropped. */
export const SCAN_TEXT_LENGTH_MAX = 120;

/** A letter x needs blanks around it, for codes may begin with digits and an x. */
const QUANTITY_BEFORE = /^\s*([1-9]\d{0,5})(?:\s*[*×]\s*|\s+[xX]\s+)(.*)$/s;

export function typeText(box: ScanBox, text: string): ScanBox {
  const prefix = QUANTITY_BEFORE.exec(text);
  const times = prefix?.[1] === undefined ? box.times : Number(prefix[1]);
  const rest = (prefix?.[2] ?? text).slice(0, SCAN_TEXT_LENGTH_MAX);
  return { text: rest, times, marked: firstMark(rest), missed: null };
}

export function typeKey(box: ScanBox, key: string): ScanBox {
  return typeText(box, box.text + key);
}

/** Backspace on an empty box takes the quantity away. */
export function deleteKey(box: ScanBox): ScanBox {
  return box.text === '' ? EMPTY_BOX : { ...typeText(box, box.text.slice(0, -1)), times: box.times };
}

/** Escape takes the text first, then the quantity. */
export function clearBox(box: ScanBox): ScanBox {
  return box.text === '' && box.missed === null ? EMPTY_BOX : { ...EMPTY_BOX, times: box.times };
}

export function moveMark(box: ScanBox, by: 1 | -1, results: number): ScanBox {
  if (results === 0) return { ...box, marked: null };
  const from = box.marked ?? (by === 1 ? -1 : results);
  return { ...box, marked: (from + by + results) % results };
}

export function missCode(box: ScanBox, code: string): ScanBox {
  return { text: '', times: box.times, marked: null, missed: code };
}

/** What the results below the box are results of. */
export function searchedText(box: ScanBox): string {
  return (box.text === '' ? (box.missed ?? '') : box.text).trim();
}

/**
 * Words are typed by people, who see the first result marked and mean it. A text with a digit may be a scan, and a scan of an
 * unknown code must never sell a product that merely resembles it.
 */
function firstMark(text: string): number | null {
  return text.trim() === '' || /\d/.test(text) ? null : 0;
}
