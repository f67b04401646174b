import { expect, test } from 'vitest';
import { TRIAL_DAY, TRIAL_POLICY, trialProduct } from '../testing/trial-shop.ts';
import type { Product } from './catalogue.ts';
import { money } from './money.ts';
import { receiptDocument } from './receipt-document.ts';
import { sampleReceipt } from './sample-receipt.ts';
import type { ShopPolicy } from './shop-policy.ts';

function sampleOf(products: readonly Product[], policy: Partial<ShopPolicy> = {}) {
  const given = { policy: { ...TRIAL_POLICY, ...policy }, products, day: TRIAL_DAY };
  return sampleReceipt({ ...given, receipt: 'TEST-000001', thing: 'A thing' });
}

const tea = trialProduct({ id: 'tea' });
const book = trialProduct({ id: 'book', tax: { is: 'single', class: 'zero' } });

test('SETUP-11 a test receipt sells the shop’s own products, each tax of theirs, for cash with change', () => {
  const body = sampleOf([tea, book]);
  expect(body.lines.map(({ name, gross }) => [name, gross])).toEqual([
    ['Product tea', 500],
    ['Product book', 250],
  ]);
  expect(body.totals).toMatchObject({ gross: 750, byRate: [{ rate: 0 }, { rate: 2000 }] });
  expect(body.tenders).toEqual([{ is: 'cash', amount: 750, handed: 1000, change: 250 }]);
  const rows = receiptDocument({
    ...{ kind: 'saleCompleted', body, policy: TRIAL_POLICY, day: TRIAL_DAY, anchoredMs: 0 },
    ...{ servedBy: 'Nell', code: 'TEST', isCopy: false },
  });
  expect(rows.slice(0, 6)).toMatchObject([
    { is: 'business', name: 'Trial & Daughter' },
    { is: 'shop', name: 'Quayside' },
    { is: 'address', text: '1 Quay' },
    { is: 'address', text: 'Newhaven' },
    { is: 'vatNumber', number: 'GB 000 0000 00' },
    { is: 'number', receipt: 'TEST-000001' },
  ]);
});

test('SETUP-11 what cannot be sold today is no part of it, and without products a thing of each tax is', () => {
  const open = trialProduct({ id: 'open', prices: [] });
  const untaxed = trialProduct({ id: 'untaxed', tax: { is: 'single', class: 'nowhere' } });
  expect(sampleOf([open, untaxed, tea]).lines.map(({ name }) => name)).toEqual(['Product tea']);
  expect(sampleOf([open]).lines.map(({ name }) => name)).toEqual([
    'A thing (standard)',
    'A thing (reduced)',
    'A thing (zero)',
  ]);
});

test('SETUP-11 cash is rounded as the shop rounds it, and a shop without taxes has an empty one', () => {
  const currency = { ...TRIAL_POLICY.currency, cashStep: 5 };
  const cheap = trialProduct({ id: 'cheap', prices: [{ from: '2010-01-01', price: money(111) }] });
  expect(sampleOf([cheap], { currency })).toMatchObject({ cashRounding: -2, totals: { gross: 222 } });
  expect(sampleOf([], { taxRates: [] })).toMatchObject({ lines: [], tenders: [], totals: { gross: 0 } });
});
