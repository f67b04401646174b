/** The shop of practice: the rules of the real one, with goods, people and a name that nobody takes for it. Pure. */
import type { Category, Product } from '../../domain/catalogue.ts';
import { money } from '../../domain/money.ts';
import type { Currency, ShopPolicy } from '../../domain/shop-policy.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import type { Person, Roster } from '../till-context.ts';
import type { PracticeShop } from '../till-ports.ts';
import type { PracticeWords } from './practice-words.ts';

const FIRST_DAY = '2000-01-01';
const CLASS = 'practice';
const CATEGORY = 'practice';

export type GoodsId = 'apple' | 'bread' | 'coffee' | 'mug' | 'cheese';

interface Goods {
  readonly id: GoodsId;
  /** In minor units of a currency with two digits, or with none. */
  readonly price: number;
  readonly unit: Product['unit'];
  readonly barcode: string;
}

/** In-store codes that no shop's label has. */
const GOODS: readonly Goods[] = [
  { id: 'apple', price: 60, unit: 'each', barcode: '2099999000011' },
  { id: 'bread', price: 350, unit: 'each', barcode: '2099999000028' },
  { id: 'coffee', price: 280, unit: 'each', barcode: '2099999000035' },
  { id: 'mug', price: 900, unit: 'each', barcode: '2099999000042' },
  { id: 'cheese', price: 1800, unit: 'kg', barcode: '2099999000059' },
];

const NO_PIN = {
  pinLength: 4,
  pinSalt: '',
  pinParameters: { algorithm: 'argon2id', memoryKiB: 1024, passes: 1, lanes: 1 },
  verifier: null,
} as const;

export function practiceShop(real: Roster, words: PracticeWords): PracticeShop {
  const clerk: Person = { ...NO_PIN, id: 'practice-clerk', name: words.you, role: 'clerk' };
  const manager: Person = { ...NO_PIN, id: 'practice-manager', name: words.manager, role: 'manager' };
  const { sealedBox: _nobodyChoosesAPin, ...rest } = real;
  const identity = { till: 'practice', tillName: words.practice, business: 'practice', shop: 'practice' };
  const roster: Roster = {
    ...{ ...rest, ...identity, staff: [clerk, manager], unlocks: [] },
    revocation: { number: 0, revoked: false },
    policy: practicePolicy(real.policy, words),
  };
  const { currency } = real.policy;
  return {
    ...{ roster, clerk, categories: [categoryOf(words)] },
    products: GOODS.map((goods) => productOf(goods, words, currency)),
    favourites: GOODS.map(({ id }) => id),
  };
}

/** No address and no VAT number: not even a cut receipt passes for one of the shop's. One tax rate, so that goods of any shop have one. */
function practicePolicy(policy: ShopPolicy, words: PracticeWords): ShopPolicy {
  const [rate] = policy.taxRates;
  return {
    ...policy,
    ...{ businessName: words.banner, shopName: words.nothingSold, address: [], vatNumber: '' },
    taxRates: [{ class: CLASS, from: FIRST_DAY, rate: rate?.rate ?? basisPoints(0) }],
  };
}

function categoryOf(words: PracticeWords): Category {
  return { id: CATEGORY, name: words.practice, colour: '#905500', rank: 1 };
}

function productOf({ id, price, unit, barcode }: Goods, words: PracticeWords, currency: Currency): Product {
  const scale = 10 ** Math.max(0, currency.digits - 2);
  return {
    ...{ id, sku: id.toUpperCase(), name: words.goods[id], category: CATEGORY, barcodes: [barcode], unit },
    prices: [{ from: FIRST_DAY, price: money(price * scale) }],
    tax: { is: 'single', class: CLASS },
  };
}
