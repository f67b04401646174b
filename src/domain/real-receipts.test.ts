import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { planDay, type DrillReceipt } from '../commands/drill/drill-plan.ts';
import { parseRetailRows } from '../commands/drill/retail-file.ts';
import { hasSharedData, sharedPath, whySkipped } from '../testing/shared-data.ts';
import { accepted, payInCash, ringUp, trialProduct, trialShift, trialTerms } from '../testing/trial-shop.ts';
import { closeShift } from './close-shift.ts';
import type { CompletedSale } from './complete-sale.ts';
import { money } from './money.ts';
import type { SaleTerms } from './price-sale.ts';
import { pieces, quantity } from './quantity.ts';
import { receiptNumber } from './receipt-number.ts';
import { reconcileShift } from './reconcile-shift.ts';
import { refundable } from './refundable.ts';
import type { SaleCommand } from './sale-command.ts';
import { addToShift, NO_SHIFT_TOTALS } from './shift-totals.ts';

const FILE = 'online-retail/online-retail.csv.gz';

// Thousands of lines are rung up one by one; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(!hasSharedData(FILE))(`two days of a real shop${whySkipped(FILE)}`, () => {
  let fileLines: readonly string[];
  beforeAll(() => {
    fileLines = gunzipSync(readFileSync(sharedPath(FILE)))
      .toString('utf8')
      .split('\n');
  });

  /** Parses the rows of the day alone, as no row of this file spans lines. */
  function receiptsOf(day: string): readonly DrillReceipt[] {
    const ofDay = fileLines.filter((line, index) => index === 0 || line.includes(`,${day} `));
    return planDay(parseRetailRows(ofDay.join('\n')), day, new Map()).receipts;
  }

  test.each([
    { day: '2011-06-08', vat: 20, lines: 2319, receipts: 105, refunds: 6, net: 4_294_091 },
    { day: '2010-12-07', vat: 17.5, lines: 2896, receipts: 102, refunds: 18, net: 4_505_905 },
  ])(
    'TAX-1 TAX-2 SHIFT-1 SHIFT-5 the day $day comes out to the penny',
    ({ day, vat, lines, receipts, refunds, net }) => {
      const terms = trialTerms(
        { tax: { pricesIncludeTax: false, rounding: 'perLine' }, repeatScans: 'newLine' },
        day,
      );
      const rung = ringUpDay(receiptsOf(day), terms);
      const rungLines = rung.flatMap(({ body }) => body.lines);
      const totals = rung.reduce((sum, { body, kind }) => addToShift(sum, body, kind), NO_SHIFT_TOTALS);

      expect(rungLines).toHaveLength(lines);
      expect(rung).toHaveLength(receipts);
      expect(totals).toMatchObject({ sales: receipts - refunds, refunds, net });
      expect(totals.byRate).toEqual([{ rate: vat * 100, net, tax: totals.tax, gross: totals.gross }]);

      const taxOfFile = rungLines.reduce(
        (sum, line) => sum + percentRounded((line.quantity / 1000) * line.unitPrice, vat),
        0,
      );
      expect(totals.tax).toBe(taxOfFile);

      const { shift, drawer, float } = trialShift(day);
      const opened = { shift, day, drawer, float };
      const { body: closed } = accepted(
        closeShift({ ...trialShift(day), totals }, money(float + totals.cash), float),
      );
      const { close } = reconcileShift({ opened, receipts: rung, moves: [], corrections: [], closed });
      expect(close).toMatchObject({ difference: 0, missingReceipts: 0, agrees: true });
    },
  );

  test('REFUND-1 REFUND-2 what came back that day comes back against its receipt where one is left', () => {
    const against = (day: string) => {
      const lines = receiptsOf(day)
        .filter(({ is }) => is === 'refund')
        .flatMap((receipt) => receipt.lines);
      return [lines.filter((line) => line.against !== null).length, lines.length];
    };
    expect(against('2011-06-08')).toEqual([17, 22]);
    expect(against('2010-12-07')).toEqual([2, 34]);
  });
});

/** Whole pence and tenths of a percent, so exact in doubles: half away from zero. */
function percentRounded(pence: number, percent: number): number {
  return Math.sign(pence) * Math.floor((Math.abs(pence) * percent * 10 + 500) / 1000);
}

function ringUpDay(receipts: readonly DrillReceipt[], terms: SaleTerms): CompletedSale[] {
  const rung = new Map<string, CompletedSale>();
  receipts.forEach((receipt, index) => {
    const commands = receipt.lines.map((line) => commandOf(receipt, line, rung, terms.day));
    const sale = ringUp(receipt.invoice, commands, terms);
    rung.set(receipt.invoice, payInCash(sale, terms, receiptNumber('A1', index + 1)));
  });
  return [...rung.values()];
}

function commandOf(
  receipt: DrillReceipt,
  { code, pieces: count, pence, against }: DrillReceipt['lines'][number],
  rung: ReadonlyMap<string, CompletedSale>,
  day: string,
): SaleCommand {
  const goods = { product: trialProduct({ id: code }), quantity: pieces(count), price: money(pence) };
  if (receipt.is === 'sale') return { is: 'addProduct', ...goods };
  const sold = against === null ? undefined : rung.get(against.invoice)?.body;
  if (sold === undefined || against === null) return { is: 'returnProduct', ...goods, reason: 'came back' };
  const earlier = [...rung.values()].map(({ body }) => body);
  const left = refundable(sold, earlier).find(({ line }) => line === against.line);
  const alreadyReturned = left?.alreadyReturned ?? quantity(0);
  return {
    is: 'returnLine',
    receipt: sold,
    soldOn: day,
    line: against.line,
    quantity: goods.quantity,
    alreadyReturned,
  };
}
