import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { figuresFromFile, ukVatPermille } from './day-figures.ts';
import { dealReceipts, importedPrices, planDay } from './drill-plan.ts';
import { priceFrom, readRetailFile, type RetailRow } from './retail-file.ts';

const FILE = '../shared/data/online-retail/online-retail.csv.gz';

test('DRILL-1 a price with a fraction of a penny is named, never rounded', () => {
  expect(priceFrom('2.1')).toEqual({ is: 'pence', pence: 210 });
  expect(priceFrom('0.50')).toEqual({ is: 'pence', pence: 50 });
  expect(priceFrom('13541.33')).toEqual({ is: 'pence', pence: 1354133 });
  expect(priceFrom('0.001')).toEqual({ is: 'fraction', text: '0.001' });
  expect(priceFrom('-11062.06')).toEqual({ is: 'pence', pence: -1106206 });
});

test('DRILL-2 the file’s VAT changes on 4 January 2011', () => {
  expect([ukVatPermille('2011-01-03'), ukVatPermille('2011-01-04')]).toEqual([175, 200]);
});

describe.skipIf(!existsSync(FILE))('with the real receipts of ../shared/data (skipped where absent)', () => {
  let rows: RetailRow[];
  beforeAll(() => {
    rows = readRetailFile(FILE);
  }, 60_000);

  test.each([
    ['2011-06-08', { lines: 2319, receipts: 105, refunds: 6, net: 4294091 }, [17, 22]],
    ['2010-12-07', { lines: 2896, receipts: 102, refunds: 18, net: 4505905 }, [2, 34]],
  ] as const)('DRILL-3 the plan of %s leaves what the file holds', (day, figures, [against, refunded]) => {
    const plan = planDay(rows, day, importedPrices(rows, day));
    expect(figuresFromFile(plan.receipts, day)).toMatchObject(figures);
    const refundLines = plan.receipts
      .filter((receipt) => receipt.is === 'refund')
      .flatMap((receipt) => receipt.lines);
    expect(refundLines).toHaveLength(refunded);
    expect(refundLines.filter((line) => line.against !== null)).toHaveLength(against);
  });

  test('DRILL-4 a refund is dealt to the till that sold', () => {
    const plan = planDay(rows, '2011-06-08', importedPrices(rows, '2011-06-08'));
    const hands = dealReceipts(plan.receipts, 3);
    expect(hands.flat()).toHaveLength(plan.receipts.length);
    for (const hand of hands) {
      const here = new Set(hand.map((receipt) => receipt.invoice));
      const against = hand
        .flatMap((receipt) => receipt.lines)
        .flatMap((line) => (line.against === null ? [] : [line.against.invoice]));
      expect(against.filter((invoice) => !here.has(invoice))).toEqual([]);
    }
  });
});
