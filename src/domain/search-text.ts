/** Finding products by what people type: case, accents and punctuation do not matter, words may come in any sequence. */
import type { Product } from './catalogue.ts';

/** Letters that are not a plain letter with a mark, so that taking marks away does not reach them. */
const PLAIN_LETTERS = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }),
);

/** What a product is found by; made once per product, then searched many times. */
export function searchText(product: Product): string {
  return foldText([product.name, product.sku, ...product.barcodes].join(' '));
}

/** Small letters and digits without marks, words parted by one space. */
export function foldText(text: string): string {
  const letters = Array.from(text.normalize('NFKD').toLowerCase());
  return letters
    .map((letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .join('')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of what was typed, folded; none for an empty search. */
export function searchWords(typed: string): string[] {
  return foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
}

/** True when each word begins a word of the folded text. */
export function matchesWords(foldedText: string, words: readonly string[]): boolean {
  return words.every((word) => ` ${foldedText}`.includes(` ${word}`));
}
