/** How words are compared in search: case, accents, ligatures and the two spellings of an umlaut make no difference. */
import { foldText } from '../search-text.ts';

/**
 * *Müsli*, *Muesli* and *musli* have one key, as have *Œufs* and *oeufs*: the e of a written-out umlaut or ligature is dropped
 * everywhere, also where it is just an e, for only equal keys are compared.
 */
export function searchKey(text: string): string {
  const folded = /^[\w -]*$/.test(text)
    ? text
        .toLowerCase()
        .replace(/[_ -]+/g, ' ')
        .trim()
    : foldText(text);
  return folded.replace(/([aou])e/g, '$1');
}

/** A code without what people leave out: *COF-003* and *cof 003* have one key. */
export function codeKey(code: string): string {
  return foldText(code).replaceAll(' ', '');
}
