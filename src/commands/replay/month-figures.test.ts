import { expect, test } from 'vitest';
import { isSameMonth, lessMonth, monthsOfReceipts, monthsOfRows, readChecks } from './month-figures.ts';
import { parseRetailRows } from '../drill/retail-file.ts';

const rows = parseRetailRows(
  [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    '536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom',
    'C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,United Kingdom',
    '536370,22728,CLOCK,2,2011-01-05 08:45:00,0.001,12583,France',
  ].join('\n'),
);

test('DRILL-7 the months of the file are summed to a tenth of a penny, refunds below zero', () => {
  expect(Object.fromEntries(monthsOfRows(rows))).toEqual({
    '2010-12': { lines: 2, units: 5, netMills: 15_300 - 27_500 },
    '2011-01': { lines: 1, units: 2, netMills: 2 },
  });
});

test('DRILL-8 the control totals beside a file are read as they are written there', () => {
  const text = JSON.stringify({
    months: { '2011-04': { lines: 3, units: 4, net: '493207.121', invoices: 1 } },
  });
  expect(readChecks(text).get('2011-04')).toEqual({ lines: 3, units: 4, netMills: 493_207_121 });
});

test('DRILL-9 a month less what was not rung is the same as the ledger’s, or it is not', () => {
  const fact = { sale: 's', receipt: 'A1-000001', kind: 'saleCompleted', day: '2010-12-01' } as const;
  const figures = { lines: 1, units: 6, net: 1530, tax: 0, gross: 1530 };
  const ledger = monthsOfReceipts([{ ...fact, figures }]).get('2010-12');
  const [, cancellation] = rows;
  if (ledger === undefined || cancellation === undefined) throw new Error('no month');
  const file = monthsOfRows(rows).get('2010-12') ?? ledger;
  const notRung = monthsOfRows([cancellation]).get('2010-12');
  expect(isSameMonth(lessMonth(file, notRung), ledger)).toBe(true);
  expect(isSameMonth(file, ledger)).toBe(false);
});
