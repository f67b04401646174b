import { expect, test } from 'vitest';
import { priceOn, type Product } from '../../domain/catalogue.ts';
import { readScan } from '../../domain/read-scan.ts';
import { isDay } from '../../domain/trading-day.ts';
import { taxRateOn } from '../../domain/tax-rate.ts';
import { demoBusiness } from './demo-business.ts';
import { DEMO_FIRST_DAY } from './demo-product.ts';

const { policy, categories, products, favourites, staff } = demoBusiness;
const ids = products.map((product) => product.id);
const barcodes = products.flatMap((product) => product.barcodes);

test('DEMO-1 the demo shop has at least 170 products, with at least 10 in each of 8 categories or more', () => {
  expect(products.length).toBeGreaterThanOrEqual(170);
  expect(categories.length).toBeGreaterThanOrEqual(8);
  for (const { id } of categories) {
    expect(products.filter((product) => product.category === id).length, id).toBeGreaterThanOrEqual(10);
  }
});

test('DEMO-1 every product belongs to a category, and categories differ in id, name, colour and rank', () => {
  const known = new Set(categories.map((category) => category.id));
  expect(products.filter((product) => !known.has(product.category))).toEqual([]);
  for (const key of ['id', 'name', 'colour', 'rank'] as const) {
    expect(repeated(categories.map((category) => category[key]))).toEqual([]);
  }
  expect(categories.filter(({ colour }) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
});

test('DEMO-2 ids, SKUs, names and barcodes are unique', () => {
  expect(repeated(ids)).toEqual([]);
  expect(repeated(products.map((product) => product.sku))).toEqual([]);
  expect(repeated(products.map((product) => product.name.toLowerCase()))).toEqual([]);
  expect(repeated(barcodes)).toEqual([]);
});

test('DEMO-2 ids, SKUs and names keep to their form', () => {
  expect(ids.filter((id) => !/^p(-[a-z0-9]+)+$/.test(id))).toEqual([]);
  expect(products.filter(({ sku }) => !/^[A-Z]{3}-\d{3}$/.test(sku))).toEqual([]);
  expect(products.filter(({ name }) => name.length > 40 || name !== name.trim())).toEqual([]);
});

test('DEMO-3 every barcode is an in-store EAN-13 with the right check digit', () => {
  expect(barcodes.length).toBeGreaterThan(150);
  expect(barcodes.filter((code) => !/^(20000\d{8}|2[12]\d{5}00000\d)$/.test(code))).toEqual([]);
  expect(barcodes.filter((code) => code.slice(12) !== ean13CheckDigit(code.slice(0, 12)))).toEqual([]);
});

test('DEMO-3 what the shop weighs and prices by label is found by the labels its scales print', () => {
  const found = (label: string) => {
    const { codes, amount } = readScan(label, policy, 2026);
    const product = products.find(({ barcodes: own }) => own.some((code) => codes.includes(code)));
    return [product?.name, amount];
  };
  expect(found('2200004003405')).toEqual(['Fudge, weighed', { is: 'weight', quantity: 340 }]);
  expect(found('2100025001506')).toEqual(["Yesterday's bakes, any amount", { is: 'price', price: 150 }]);
});

test('DEMO-3 the check digit is computed as GS1 says', () => {
  expect(ean13CheckDigit('629104150021')).toBe('3');
});

test("DEMO-4 prices are whole pence above nothing, dated, oldest first, from the shop's first day", () => {
  for (const { id, prices } of products.filter(isPriced)) {
    const days = prices.map(({ from }) => from);
    expect(
      prices.filter(({ price }) => !Number.isSafeInteger(price) || price <= 0),
      id,
    ).toEqual([]);
    expect(
      days.filter((day) => !isDay(day)),
      id,
    ).toEqual([]);
    expect(days, id).toEqual([...new Set(days)].sort());
    expect(days[0], id).toBe(DEMO_FIRST_DAY);
  }
});

test('DEMO-4 some prices have changed, some are by weight, some are typed by the clerk', () => {
  expect(products.filter(({ prices }) => prices.length > 1).length).toBeGreaterThanOrEqual(2);
  expect(products.filter(({ unit }) => unit === 'kg').length).toBeGreaterThanOrEqual(3);
  expect(products.filter((product) => !isPriced(product)).length).toBeGreaterThanOrEqual(3);
  expect(priceOn(productNamed('Flat white'), '2025-03-02')).toBe(300);
  expect(priceOn(productNamed('Flat white'), '2025-03-03')).toBe(320);
});

test('DEMO-5 every tax class has a rate from the first day, and every class is used', () => {
  const used = new Set(products.flatMap(taxClassesOf));
  expect([...used].sort()).toEqual(['reduced', 'standard', 'zero']);
  for (const taxClass of used)
    expect(taxRateOn(policy.taxRates, taxClass, DEMO_FIRST_DAY), taxClass).not.toBeNull();
});

test('DEMO-5 the standard rate is 17.5 % until 3 January 2011 and 20 % after', () => {
  expect(taxRateOn(policy.taxRates, 'standard', '2011-01-03')).toBe(1750);
  expect(taxRateOn(policy.taxRates, 'standard', '2011-01-04')).toBe(2000);
  expect(taxRateOn(policy.taxRates, 'reduced', '2025-06-01')).toBe(500);
  expect(taxRateOn(policy.taxRates, 'zero', '2025-06-01')).toBe(0);
});

test('DEMO-5 a croissant is taxed by place, a coffee is not, and a book never is', () => {
  expect(productNamed('Butter croissant').tax).toEqual({
    is: 'byPlace',
    eatIn: 'standard',
    takeAway: 'zero',
  });
  expect(productNamed('Flat white').tax).toEqual({ is: 'single', class: 'standard' });
  expect(productNamed('A Pocketful of Leith').tax).toEqual({ is: 'single', class: 'zero' });
});

test('DEMO-6 sixteen favourites, each a product, none twice', () => {
  expect(favourites).toHaveLength(16);
  expect(repeated(favourites)).toEqual([]);
  expect(favourites.filter((id) => !ids.includes(id))).toEqual([]);
});

test('DEMO-7 five people in three roles: clerks have 4 digits, approvers 6, and no PIN is easily guessed', () => {
  expect(staff).toHaveLength(5);
  expect(new Set(staff.map(({ role }) => role)).size).toBe(3);
  expect(repeated(staff.flatMap(({ id, name, pin }) => [id, name, pin]))).toEqual([]);
  for (const { name, role, pin } of staff) {
    expect(pin, name).toMatch(role === 'clerk' ? /^\d{4}$/ : /^\d{6}$/);
    expect(repeated(Array.from(pin)), name).toEqual([]);
    expect('01234567890 09876543210', name).not.toContain(pin.slice(0, 3));
  }
});

test('DEMO-7 only the manager signs in to the office, with an address nobody owns and a long password', () => {
  const accounts = staff.flatMap((person) => (person.role === 'manager' ? [person.office] : []));
  expect(accounts.map(({ email }) => email)).toEqual(['daniel@hollowandhart.example']);
  for (const { password } of accounts) expect(password.length).toBeGreaterThanOrEqual(12);
});

test('DEMO-8 the VAT number cannot be real: it fails both of the official checks', () => {
  const digits = policy.vatNumber.replaceAll(/\D/g, '');
  const weighted = [8, 7, 6, 5, 4, 3, 2].reduce(
    (sum, weight, at) => sum + weight * Number(digits.charAt(at)),
    0,
  );
  const check = Number(digits.slice(7));
  expect(digits).toHaveLength(9);
  expect((weighted + check) % 97).not.toBe(0);
  expect((weighted + check + 55) % 97).not.toBe(0);
});

function repeated<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

function isPriced(product: Product): boolean {
  return product.prices.length > 0;
}

function taxClassesOf({ tax }: Product): readonly string[] {
  return tax.is === 'single' ? [tax.class] : [tax.eatIn, tax.takeAway];
}

function productNamed(name: string): Product {
  const found = products.find((product) => product.name === name);
  if (found === undefined) throw new Error(`no product named ${name}`);
  return found;
}

/** GS1 General Specifications, section 7.9: weights 1 and 3 from the left for twelve digits. */
function ean13CheckDigit(twelveDigits: string): string {
  const sum = Array.from(twelveDigits).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}
