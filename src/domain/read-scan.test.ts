import { expect, test } from 'vitest';
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import { expandUpcE, gtinForms } from './gtin.ts';
import { readScan, type ScanPolicy } from './read-scan.ts';

const policy: ScanPolicy = {
  currency: TRIAL_POLICY.currency,
  embeddedBarcodes: [
    { pattern: '21IIIIIPPPPPC', is: 'price' },
    { pattern: '22IIIIIWWWWWC', is: 'weight' },
  ],
};
const read = (text: string) => readScan(text, policy, 2026);

test('CAT-7 zeros before a GTIN say nothing', () => {
  expect(gtinForms('5000112548167')).toEqual(['05000112548167', '5000112548167']);
  expect(gtinForms('042100005264')).toEqual(['00042100005264', '0042100005264', '042100005264']);
  expect(gtinForms('5000112548168')).toEqual([]);
});

test('CAT-7 a UPC-E gets its zeros back, where its check digit is right', () => {
  expect(expandUpcE('04252614')).toBe('042100005264');
  expect(expandUpcE('01234565')).toBe('012345000065');
  expect(expandUpcE('01234133')).toBe('012300000413');
  expect(expandUpcE('04252613')).toBeNull();
  expect(expandUpcE('52526141')).toBeNull();
  expect(read('04252614').codes).toContain('042100005264');
});

test('CAT-8 a GS1 code says its GTIN and how much of it, in any of the ways it can be read', () => {
  const codes: unknown = expect.arrayContaining(['09501101530003', '9501101530003']);
  const sold = { codes, useBy: null };
  const weight = { is: 'weight', quantity: 500 };
  for (const text of [
    '01095011015300033103000500',
    ']C101095011015300033103000500',
    ']d2\u001d01095011015300033103000500',
    '(01)09501101530003(3103)000500',
  ])
    expect([text, read(text)]).toEqual([text, { ...sold, amount: weight }]);
  expect(read('0109501101530003' + '3201000011').amount).toEqual({ is: 'weight', quantity: 499 });
  expect(read(']C101095011015300033012').amount).toEqual({ is: 'count', count: 12 });
  expect(read('02095011015300033724').amount).toEqual({ is: 'count', count: 24 });
});

test('CAT-8 a price on a GS1 code counts before its weight, and only in the shop’s money', () => {
  expect(read('0109501101530003310300050039221250').amount).toEqual({ is: 'price', price: 1250 });
  expect(read('01095011015300033932826499').amount).toEqual({ is: 'price', price: 499 });
  expect(read('01095011015300033932978499').amount).toBeNull();
});

test('CAT-8 a day on it is the day after which it must not be sold', () => {
  expect(read('010950110153000317261121').useBy).toBe('2026-11-21');
  expect(read('010950110153000315261121').useBy).toBeNull();
});

test('CAT-6 what is no whole GS1 code is read as it is', () => {
  expect(read('010950110153000399')).toMatchObject({ codes: ['010950110153000399'], amount: null });
  expect(read('COF-001')).toEqual({ codes: ['COF-001'], amount: null, useBy: null });
  expect(read(']E05000112548167').codes).toContain('5000112548167');
});

test('CAT-4 a label of the shop’s scales is read by the shop’s rule', () => {
  expect(read('2112345003429').amount).toEqual({ is: 'price', price: 342 });
  expect(read('2200042012506')).toMatchObject({ amount: { is: 'weight', quantity: 1250 } });
  expect(readScan('2112345003429', { currency: policy.currency }, 2026).amount).toBeNull();
});
