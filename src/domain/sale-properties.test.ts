import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { arbitraryBasket, arbitrarySoldBasket, arbitraryTerms } from '../testing/arbitrary-sale.ts';
import { accepted, payInCash, ringUp, trialShift, trialTerms } from '../testing/trial-shop.ts';
import type { CompletedSale } from './complete-sale.ts';
import { completeSale } from './complete-sale.ts';
import type { ReceiptBody } from './fact-body.ts';
import { takenOff, type Discount } from './discount.ts';
import { addMoney, money } from './money.ts';
import { priceSale, type SaleTerms } from './price-sale.ts';
import { quantity } from './quantity.ts';
import { reconcileShift } from './reconcile-shift.ts';
import { isRefusal } from './refusal.ts';
import { refundable, type RefundableLine } from './refundable.ts';
import type { PricedSale, TaxedAmount } from './sale.ts';
import type { SaleCommand } from './sale-command.ts';
import { PRICED_LINE_EXTRA_BYTES } from './sale-limits.ts';
import { addTaxed, NOTHING_TAXED } from './sale-totals.ts';
import { addToShift, NO_SHIFT_TOTALS } from './shift-totals.ts';
import { basisPoints } from './tax-rate.ts';
import { cardTender, cashTender } from './tender.ts';

/** The classes of arbitrary goods, untaxed. */
const RATES_OF_NOTHING = ['zero', 'low', 'odd', 'high', 'steep'].map((name) => ({
  class: name,
  from: '2010-01-01',
  rate: basisPoints(0),
}));

// Hundreds of random sales; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const sum = (amounts: readonly TaxedAmount[]) => amounts.reduce(addTaxed, NOTHING_TAXED);
const amountOf = ({ net, tax, gross }: TaxedAmount): TaxedAmount => ({ net, tax, gross });
const price = (commands: readonly SaleCommand[], terms: SaleTerms): PricedSale =>
  accepted(priceSale(ringUp('sale-1', commands, terms), terms));

describe('parts and wholes', () => {
  test('TAX-4 lines and rates add up to the totals in every basket, policy and currency', () => {
    fc.assert(
      fc.property(arbitraryBasket, arbitraryTerms, (commands, terms) => {
        const { lines, totals } = price(commands, terms);
        expect(lines).toHaveLength(commands.length);
        for (const part of [...lines, ...totals.byRate, totals]) expect(part.net + part.tax).toBe(part.gross);
        expect(sum(lines)).toEqual(amountOf(totals));
        expect(sum(totals.byRate)).toEqual(amountOf(totals));
        for (const row of totals.byRate) {
          expect(sum(lines.filter((line) => line.taxRate === row.rate))).toEqual(amountOf(row));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('TAX-2 TAX-3 totals are the exact sums rounded once, or the lines rounded one by one', () => {
    fc.assert(
      fc.property(arbitraryBasket, arbitraryTerms, (commands, terms) => {
        const { lines, totals } = price(commands, terms);
        const { pricesIncludeTax, rounding } = terms.policy.tax;
        const exact = lines.map((line) =>
          exactly(line.quantity * line.unitPrice, line.taxRate, pricesIncludeTax),
        );
        const isNear = (whole: number, near: number, room: number) => Math.abs(whole - near) <= room + 1e-6;
        if (rounding === 'perReceipt') {
          expect(
            isNear(
              totals.gross,
              exact.reduce((total, line) => total + line.gross, 0),
              0.5,
            ),
          ).toBe(true);
          for (const row of totals.byRate) {
            const tax = exact
              .filter((_, index) => lines[index]?.taxRate === row.rate)
              .reduce((total, line) => total + line.tax, 0);
            expect(isNear(row.tax, tax, 0.5)).toBe(true);
          }
        }
        lines.forEach((line, index) => {
          expect(isNear(line.gross, exact[index]?.gross ?? NaN, rounding === 'perLine' ? 1.2 : 2)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('discounts', () => {
  const arbitraryDiscount: fc.Arbitrary<Discount> = fc.oneof(
    fc.integer({ min: 1, max: 10_000 }).map((points) => ({
      is: 'percent' as const,
      points: basisPoints(points),
      reason: 'Damaged',
    })),
    fc.integer({ min: 1, max: 500_000 }).map((amount) => ({
      is: 'amount' as const,
      amount: money(amount),
      reason: 'Damaged',
    })),
  );
  const arbitraryOff = fc.record({
    ofSale: fc.option(arbitraryDiscount),
    ofLines: fc.array(fc.option(arbitraryDiscount), { maxLength: 6 }),
  });

  test('SALE-16 SALE-17 TAX-4 of lines and basket leave parts that add up, nothing below zero, and come back to nothing', () => {
    fc.assert(
      fc.property(
        arbitrarySoldBasket,
        arbitraryTerms,
        arbitraryOff,
        fc.infiniteStream(fc.nat()),
        (commands, terms, { ofSale, ofLines }, chance) => {
          const off = ofLines
            .slice(0, commands.length)
            .map((discount, at): SaleCommand => ({ is: 'discountLine', line: at + 1, discount }));
          const all = [...commands, ...off, { is: 'discountSale' as const, discount: ofSale }];
          const { lines, totals } = price(all, terms);
          for (const part of [...lines, ...totals.byRate, totals]) {
            expect(part.net + part.tax).toBe(part.gross);
            expect(Math.min(part.net, part.tax, part.gross)).toBeGreaterThanOrEqual(0);
          }
          expect(sum(lines)).toEqual(amountOf(totals));
          fc.pre(lines.every((line) => line.gross > 0));
          const sold = payInCash(ringUp('sale-1', all, terms), terms).body;
          const back = bringBackAll(sold, terms, chance).map((refund) => refund.body);
          expect(sum([sold, ...back].map((body) => body.totals))).toEqual(NOTHING_TAXED);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('SALE-17 the basket’s share is exactly what the basket’s discount comes to', () => {
    fc.assert(
      fc.property(arbitrarySoldBasket, arbitraryDiscount, (commands, discount) => {
        const terms = trialTerms({ taxRates: RATES_OF_NOTHING });
        const before = price(commands, terms).totals.gross;
        const { lines, totals } = price([...commands, { is: 'discountSale', discount }], terms);
        const shares = lines.reduce((all, line) => all + (line.basketDiscount ?? 0), 0);
        expect(before - totals.gross).toBe(shares);
        expect(shares).toBe(
          discount.is === 'amount' ? Math.min(discount.amount, before) : takenOff(money(before), discount),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** Minor units, as a float: near enough to judge a rounding by. */
function exactly(thousandths: number, rate: number, pricesIncludeTax: boolean) {
  const stated = thousandths / 1000;
  const gross = pricesIncludeTax ? stated : stated * (1 + rate / 10_000);
  return { gross, tax: pricesIncludeTax ? (stated * rate) / (10_000 + rate) : (stated * rate) / 10_000 };
}

test('SALE-7 the room kept for a line covers what the receipt adds to it', () => {
  fc.assert(
    fc.property(arbitraryBasket, arbitraryTerms, (commands, terms) => {
      const sale = ringUp('sale-1', commands, terms);
      const { lines } = accepted(priceSale(sale, terms));
      lines.forEach((line, index) => {
        const room = JSON.stringify(sale.lines[index]).length + PRICED_LINE_EXTRA_BYTES;
        expect(JSON.stringify(line).length).toBeLessThanOrEqual(room);
      });
    }),
  );
});

describe('bringing everything back', () => {
  test('REFUND-3 in whatever parts, on whatever receipts, it returns to exactly nothing', () => {
    fc.assert(
      fc.property(
        arbitrarySoldBasket,
        arbitraryTerms,
        fc.infiniteStream(fc.nat()),
        (commands, terms, chance) => {
          const sold = payInCash(ringUp('sale-1', commands, terms), terms).body;
          const refunds = bringBackAll(sold, terms, chance);
          const bodies = [sold, ...refunds.map((refund) => refund.body)];
          expect(sum(bodies.map((body) => body.totals))).toEqual(NOTHING_TAXED);
          const byRate = bodies.reduce(
            (totals, body) => addToShift(totals, body, 'saleCompleted'),
            NO_SHIFT_TOTALS,
          ).byRate;
          expect(sum(byRate)).toEqual(NOTHING_TAXED);
          expect(byRate.every((row) => row.net === 0 && row.tax === 0)).toBe(true);
          expect(refundable(sold, bodies).every(({ left }) => left === 0)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('REFUND-1 one more of any line is refused once all is back', () => {
    fc.assert(
      fc.property(arbitrarySoldBasket, arbitraryTerms, (commands, terms) => {
        const sold = payInCash(ringUp('sale-1', commands, terms), terms).body;
        for (const { line, left } of refundable(sold, [])) {
          expect(() =>
            ringUp('sale-2', [comesBack(sold, { line, alreadyReturned: left }, 1000)], terms),
          ).toThrow('more-than-sold');
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Refunds of random parts, a few lines each, until nothing is left. */
function bringBackAll(sold: ReceiptBody, terms: SaleTerms, chance: fc.Stream<number>): CompletedSale[] {
  const refunds: CompletedSale[] = [];
  const leftOf = () =>
    refundable(
      sold,
      refunds.map((refund) => refund.body),
    ).filter(({ left }) => left > 0);
  for (let left = leftOf(); left.length > 0; left = leftOf()) {
    const parts = left
      .filter((_, index) => index === 0 || isEven(chance))
      .flatMap((line) => partsOf(sold, line, chance));
    refunds.push(
      payInCash(ringUp(`refund-${refunds.length}`, parts, terms), terms, `A1-00000${refunds.length}`),
    );
  }
  return refunds;
}

/** One or two parts of what is left of a line, whole pieces where it was sold by the piece. */
function partsOf(sold: ReceiptBody, line: RefundableLine, chance: fc.Stream<number>): SaleCommand[] {
  const step = sold.lines.find((each) => each.line === line.line)?.unit === 'each' ? 1000 : 1;
  const steps = line.left / step;
  const first = 1 + (draw(chance) % steps);
  const second = Math.min(steps - first, draw(chance) % 3);
  return [first, second].filter((part) => part > 0).map((part) => comesBack(sold, line, part * step));
}

function comesBack(
  receipt: ReceiptBody,
  { line, alreadyReturned }: Pick<RefundableLine, 'line' | 'alreadyReturned'>,
  thousandths: number,
): SaleCommand {
  return {
    is: 'returnLine',
    receipt,
    soldOn: '2025-05-06',
    line,
    quantity: quantity(thousandths),
    alreadyReturned,
  };
}

function draw(chance: fc.Stream<number>): number {
  const drawn = chance.next();
  return drawn.done === true ? 0 : drawn.value;
}

function isEven(chance: fc.Stream<number>): boolean {
  return draw(chance) % 2 === 0;
}

describe('paying', () => {
  test('TEND-1 TEND-2 TEND-3 card, part cash and a last note settle any sale, and a penny off does not', () => {
    const ways = fc.record({ cardShare: fc.double({ min: 0, max: 0.9, noNaN: true }), over: fc.nat(10_000) });
    fc.assert(
      fc.property(arbitrarySoldBasket, arbitraryTerms, ways, (commands, terms, { cardShare, over }) => {
        const { currency } = terms.policy;
        const sale = ringUp('sale-1', commands, terms);
        const { gross } = accepted(priceSale(sale, terms)).totals;
        const onCard = money(Math.floor(gross * cardShare));
        const due = money(gross - onCard);
        fc.pre(due > 0);
        const handed = money(Math.ceil(due / currency.cashStep + over) * currency.cashStep);
        const { tender, rounding } = accepted(cashTender(due, handed, currency));
        const tenders = [...(onCard > 0 ? [accepted(cardTender(money(gross), onCard))] : []), tender];
        const input = {
          sale,
          tenders,
          cashRounding: rounding,
          terms,
          shift: trialShift(),
          receipt: 'A1-000001',
          role: 'clerk' as const,
          approved: false,
        };
        const { body } = accepted(completeSale(input));
        expect(addMoney(...body.tenders.map(({ amount }) => amount))).toBe(
          body.totals.gross + body.cashRounding,
        );
        const short = { ...tender, amount: money(tender.amount - 1), handed: money(handed - 1) };
        expect(isRefusal(completeSale({ ...input, tenders: [...tenders.slice(0, -1), short] }))).toBe(true);
        expect(isRefusal(completeSale({ ...input, cashRounding: money(rounding + 1) }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a shift', () => {
  const baskets = fc.array(arbitraryBasket, { minLength: 1, maxLength: 8 });

  test('SHIFT-1 SHIFT-5 running totals, the sum of the receipts and the reconciliation are the same figures', () => {
    fc.assert(
      fc.property(baskets, arbitraryTerms, fc.infiniteStream(fc.nat()), (shiftBaskets, terms, chance) => {
        const receipts = shiftBaskets.map((commands, index) =>
          payInCash(ringUp(`sale-${index}`, commands, terms), terms, `A1-00000${index + 1}`),
        );
        const running = receipts.reduce(
          (totals, { body, kind }) => addToShift(totals, body, kind),
          NO_SHIFT_TOTALS,
        );
        expect(amountOf(running)).toEqual(sum(receipts.map(({ body }) => body.totals)));
        expect(amountOf(running)).toEqual(sum(running.byRate));
        expect(running.cash + running.card).toBe(running.gross + running.cashRounding);
        expect(running.sales + running.refunds).toBe(receipts.length);
        const { shift, day, drawer, float } = trialShift();
        const shuffled = receipts
          .map((receipt) => ({ receipt, at: draw(chance) }))
          .sort((one, other) => one.at - other.at);
        const reconciled = reconcileShift({
          opened: { shift, day, drawer, float },
          receipts: shuffled.map(({ receipt }) => receipt),
          moves: [],
          corrections: [],
          closed: null,
        });
        expect(reconciled.totals).toEqual(running);
        expect(reconciled.expectedCash).toBe(float + running.cash);
      }),
      { numRuns: 50 },
    );
  });
});
