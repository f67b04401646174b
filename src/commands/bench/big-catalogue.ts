/** A made-up catalogue of any size: names as long and as alike as a shop's, a valid EAN-13 each. The same with every call. */
import { gtinCheckDigit } from '../../domain/gtin.ts';
import type { BigProduct } from './big-shop.ts';

const MAKERS = [
  'Alder',
  'Birch',
  'Cooper',
  'Dunmore',
  'Elm Farm',
  'Fenwick',
  'Gould',
  'Harrow',
  'Inver',
  'Juno',
];
const KINDS = [
  'Organic',
  'Smoked',
  'Sparkling',
  'Dark',
  'Crunchy',
  'Wild',
  'Classic',
  'Fresh',
  'Roasted',
  'Mild',
];
const GOODS = [
  'Coffee',
  'Oat Biscuits',
  'Tomato Soup',
  'Cheddar',
  'Lemonade',
  'Salmon',
  'Candle',
  'Notebook',
];
const SIZES = ['100 g', '250 g', '500 g', '1 kg', '330 ml', '750 ml', 'pack of 6', 'pack of 12'];

export function bigCatalogue(size: number): BigProduct[] {
  return Array.from({ length: size }, (_, at) => ({
    code: codeAt(at),
    name: `${pick(MAKERS, at)} ${pick(KINDS, at / 10)} ${pick(GOODS, at / 100)} ${pick(SIZES, at / 800)} no ${at}`,
    price: 99 + ((at * 37) % 2_000),
  }));
}

/** The code of a product of the catalogue, wherever it lies. */
export function codeAt(place: number): string {
  const digits = `50${String(place).padStart(10, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}

function pick(words: readonly string[], at: number): string {
  return words[Math.floor(at) % words.length] ?? '';
}
