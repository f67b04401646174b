import { expect, test } from 'vitest';
import { payInCash, ringUp, trialProduct, trialTerms } from '../testing/trial-shop.ts';
import { money } from './money.ts';
import { pieces } from './quantity.ts';
import { receiptDocument, type Paper, type ReceiptRow } from './receipt-document.ts';
import type { SaleCommand } from './sale-command.ts';
import { basisPoints } from './tax-rate.ts';

const add = (id: string, taxClass: string): SaleCommand => ({
  is: 'addProduct',
  product: trialProduct({ id, tax: { is: 'single', class: taxClass } }),
  quantity: pieces(2),
  price: null,
});

function documentOf(pricesIncludeTax: boolean, isCopy = false, paper?: Paper): ReceiptRow[] {
  const terms = trialTerms({ tax: { pricesIncludeTax, rounding: 'perLine' } });
  const { kind, body } = payInCash(
    ringUp('sale-1', [add('candle', 'standard'), add('book', 'zero')], terms),
    terms,
  );
  const paid = {
    ...body,
    tenders: [
      { is: 'cash', amount: body.totals.gross, handed: money(2000), change: money(2000 - body.totals.gross) },
    ] as const,
  };
  return receiptDocument({
    kind,
    body: paid,
    policy: terms.policy,
    day: '2025-05-06',
    anchoredMs: 1_746_515_400_000,
    servedBy: 'Amara',
    code: 'K7QF-2M',
    isCopy,
    ...(paper && { paper }),
  });
}

test('SALE-13 a receipt has all that the law asks of one, in the sequence it is read', () => {
  expect(documentOf(true)).toMatchObject([
    { is: 'business', name: 'Trial & Daughter' },
    { is: 'shop', name: 'Quayside' },
    { is: 'address', text: '1 Quay' },
    { is: 'address', text: 'Newhaven' },
    { is: 'vatNumber', number: 'GB 000 0000 00' },
    { is: 'number', kind: 'saleCompleted', receipt: 'A1-000001' },
    { is: 'moment', day: '2025-05-06', anchoredMs: 1_746_515_400_000, timeZone: 'Europe/London' },
    { is: 'servedBy', name: 'Amara' },
    { is: 'rule' },
    { is: 'line', name: 'Product candle', quantity: 2000, unitPrice: 250, amount: 500, taxRate: 2000 },
    { is: 'line', name: 'Product book', quantity: 2000, unitPrice: 250, amount: 500, taxRate: 0 },
    { is: 'rule' },
    { is: 'total', amount: 1000 },
    { is: 'cash', amount: 2000 },
    { is: 'change', amount: 1000 },
    { is: 'rule' },
    { is: 'rate', rate: 0, net: 500, tax: 0, gross: 500 },
    { is: 'rate', rate: 2000, net: 417, tax: 83, gross: 500 },
    { is: 'code', code: 'K7QF-2M' },
  ]);
});

test('SALE-13 where prices leave tax out, the lines do too and the tax is added before the total', () => {
  const rows = documentOf(false);
  expect(rows.filter((row) => row.is === 'line').map((row) => row.amount)).toEqual([500, 500]);
  expect(rows.filter((row) => ['net', 'tax', 'total'].includes(row.is))).toEqual([
    { is: 'net', amount: 1000 },
    { is: 'tax', amount: 100 },
    { is: 'total', amount: 1100 },
  ]);
});

test('TEND-6 cash given back is one row below zero', () => {
  const terms = trialTerms();
  const back: SaleCommand = {
    is: 'returnProduct',
    product: trialProduct({ id: 'candle' }),
    quantity: pieces(2),
    price: null,
    reason: 'broken',
  };
  const { kind, body } = payInCash(ringUp('sale-1', [back], terms), terms);
  const rows = receiptDocument({
    ...{ kind, body, policy: terms.policy, day: '2025-05-06', anchoredMs: 0 },
    ...{ servedBy: 'Amara', code: 'K7QF-2M', isCopy: false },
  });
  expect(rows.filter((row) => ['cash', 'change', 'total'].includes(row.is))).toEqual([
    { is: 'total', amount: -500 },
    { is: 'cash', amount: -500 },
  ]);
  expect(rows.find((row) => row.is === 'number')).toMatchObject({ kind: 'refundGiven' });
});

test('SALE-13 a reprint says first that it is a copy', () => {
  expect(documentOf(true, true)[0]).toEqual({ is: 'copy' });
  expect(documentOf(true).some((row) => row.is === 'copy')).toBe(false);
});

test('SALE-16 SALE-17 SALE-20 what is taken off, and notes, stand below what they belong to, and all adds up', () => {
  const terms = trialTerms();
  const off = { is: 'percent', points: basisPoints(1_000), reason: 'Damaged' } as const;
  const ofAll = { is: 'amount', amount: money(100), reason: 'Goodwill' } as const;
  const commands: SaleCommand[] = [
    add('candle', 'standard'),
    add('book', 'zero'),
    { is: 'setPrice', line: 2, price: money(200) },
    { is: 'setNote', line: 1, note: 'no bag' },
    { is: 'discountLine', line: 1, discount: off },
    { is: 'discountSale', discount: ofAll },
    { is: 'setPlace', place: 'eatIn' },
  ];
  const { kind, body } = payInCash(ringUp('sale-1', commands, terms), terms);
  const rows = receiptDocument({
    ...{ kind, body, policy: terms.policy, day: '2025-05-06', anchoredMs: 0 },
    ...{ servedBy: 'Amara', code: 'K7QF-2M', isCopy: false },
  });
  const shown = rows.filter((row) => ['eatIn', 'line', 'note', 'discount', 'total'].includes(row.is));
  expect(shown).toMatchObject([
    { is: 'eatIn' },
    { is: 'line', amount: 500 },
    { is: 'note', text: 'no bag' },
    { is: 'discount', of: 'line', discount: off, amount: -50 },
    { is: 'line', amount: 400, unitPrice: 200, listPrice: 250 },
    { is: 'discount', of: 'basket', discount: ofAll, amount: -100 },
    { is: 'total', amount: 750 },
  ]);
});

test('SALE-25 a gift receipt names what was bought and shows no sum of money', () => {
  const rows = documentOf(true, false, { is: 'gift' });
  expect(rows).toContainEqual({ is: 'gift', name: 'Product candle', quantity: 2000, unit: 'each' });
  expect(rows.filter((row) => 'amount' in row || 'net' in row || 'unitPrice' in row)).toEqual([]);
});

test('SALE-25 an invoice is a receipt with its customer, and with each line before VAT', () => {
  const rows = documentOf(true, false, { is: 'invoice', customer: ['Greta Holm ', '', '2 Pier'] });
  expect(rows).toContainEqual({ is: 'customer', lines: ['Greta Holm', '2 Pier'] });
  expect(rows).toContainEqual({ is: 'lineTax', net: 417, rate: 2000 });
  const isAdded = ({ is }: ReceiptRow) => is === 'customer' || is === 'title' || is === 'lineTax';
  expect(rows.filter((row) => !isAdded(row))).toEqual(documentOf(true));
});
