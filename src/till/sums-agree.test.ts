/** One day of random sales in six currencies: what the screen, the receipt, the journal, the Z and the office say is one and the same. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { closeShift } from '../domain/close-shift.ts';
import { completeSale, type CompletedSale } from '../domain/complete-sale.ts';
import { correctPayment, paymentAfter } from '../domain/correct-payment.ts';
import type { CashMoved, PaymentCorrected } from '../domain/fact-body.ts';
import { money, NO_MONEY, type Money } from '../domain/money.ts';
import { priceSale, type SaleTerms } from '../domain/price-sale.ts';
import { receiptDocument, type ReceiptRow } from '../domain/receipt-document.ts';
import { reconcileShift } from '../domain/reconcile-shift.ts';
import { refundable } from '../domain/refundable.ts';
import type { OpenSale, Tender } from '../domain/sale.ts';
import type { SaleCommand } from '../domain/sale-command.ts';
import type { OpenShift } from '../domain/shift.ts';
import { addCashMove, addCorrection, addToShift } from '../domain/shift-totals.ts';
import { basisPoints } from '../domain/tax-rate.ts';
import { cardTender, cashTender, roundCash } from '../domain/tender.ts';
import { canonicalText } from '../journal/canonical.ts';
import { factBodySchema } from '../protocol/fact-body.ts';
import { arbitraryShop } from '../testing/arbitrary-currency.ts';
import { arbitraryBasket } from '../testing/arbitrary-sale.ts';
import { accepted, ringUp, trialShift } from '../testing/trial-shop.ts';
import { shownSum } from './sell/basket-figures.ts';

// Hundreds of random days; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

interface RungSale {
  readonly commands: readonly SaleCommand[];
  readonly percentOff: number;
  readonly cardShare: number;
  readonly corrected: boolean;
}

const arbitrarySale: fc.Arbitrary<RungSale> = fc.record({
  commands: arbitraryBasket,
  percentOff: fc.constantFrom(0, 0, 500, 3_333),
  cardShare: fc.constantFrom(0, 0.4, 1),
  corrected: fc.boolean(),
});

test('SHIFT-5 SALE-17 TEND-8 REFUND-3 screen, receipt, journal, Z and office agree in six currencies, and all refunded is nothing', () => {
  fc.assert(
    fc.property(fc.array(arbitrarySale, { minLength: 1, maxLength: 5 }), arbitraryShop, (sales, terms) => {
      const rung = sales.map((sale, at) => ring(sale, at, terms));
      const refunds = rung.flatMap(({ body }, at) => refundAll(body, at, terms));
      const receipts = [...rung, ...refunds];
      for (const receipt of receipts) agreesWithItself(receipt, terms);
      const corrections = sales.flatMap(({ corrected }, at) => {
        const receipt = rung[at];
        return corrected && receipt !== undefined ? correct(receipt, terms) : [];
      });
      const drop = { move: 'm', shift: 'shift-1', is: 'drop', amount: money(100), reason: 'Safe' } as const;
      agreeAsShift(receipts, corrections, [drop]);
      const sold = rung.flatMap(({ body }) => body.lines.filter(({ origin }) => origin.is === 'sold'));
      expect(sold.reduce((sum, line) => sum + line.gross, 0) + sumOf(refunds)).toBe(0);
    }),
    { numRuns: 150 },
  );
});

function ring({ commands, percentOff, cardShare }: RungSale, at: number, terms: SaleTerms): CompletedSale {
  const discount =
    percentOff === 0
      ? null
      : ({ is: 'percent', points: basisPoints(percentOff), reason: 'Damaged' } as const);
  const sale = ringUp(`sale-${at}`, [...commands, { is: 'discountSale', discount }], terms);
  return pay(sale, cardShare, `A1-${at}`, terms);
}

function pay(sale: OpenSale, cardShare: number, receipt: string, terms: SaleTerms): CompletedSale {
  const { gross } = accepted(priceSale(sale, terms)).totals;
  const { tenders, rounding } = tendersFor(gross, cardShare, terms);
  const input = { sale, tenders, terms, receipt, cashRounding: rounding, shift: trialShift(terms.day) };
  return accepted(completeSale({ ...input, role: 'manager', approved: true }));
}

function tendersFor(gross: Money, cardShare: number, { policy }: SaleTerms) {
  const onCard = money(Math.trunc(gross * cardShare));
  const byCard: Tender[] = onCard === 0 ? [] : [accepted(cardTender(gross, onCard))];
  const due = money(gross - onCard);
  if (due === 0) return { tenders: byCard, rounding: NO_MONEY };
  const handed = due > 0 ? roundCash(due, policy.currency) : NO_MONEY;
  const { tender, rounding } = accepted(cashTender(due, handed, policy.currency));
  return { tenders: [...byCard, tender], rounding };
}

/** Every line that was sold comes back, on one receipt. */
function refundAll(body: CompletedSale['body'], at: number, terms: SaleTerms): CompletedSale[] {
  const lines = refundable(body, []).map(({ line, left, alreadyReturned }): SaleCommand => ({
    is: 'returnLine',
    receipt: body,
    soldOn: terms.day,
    line,
    quantity: left,
    alreadyReturned,
  }));
  return lines.length === 0 ? [] : [pay(ringUp(`back-${at}`, lines, terms), 0, `A1-9${at}`, terms)];
}

function correct({ body }: CompletedSale, { policy, day }: SaleTerms): PaymentCorrected[] {
  const to = body.tenders.some((tender) => tender.is === 'cash') ? 'card' : 'cash';
  const corrected = correctPayment(trialShift(day), body, body, to, policy.currency);
  if (corrected.is === 'refused') return [];
  expect(paymentAfter(body, [corrected.body])).toEqual(corrected.body.to);
  return [corrected.body];
}

/** Screen, receipt and journal. */
function agreesWithItself({ kind, body }: CompletedSale, { policy, day }: SaleTerms): void {
  const { pricesIncludeTax } = policy.tax;
  const onScreen = body.lines.reduce((sum, line) => sum + shownSum(line, pricesIncludeTax), 0);
  expect(onScreen).toBe(pricesIncludeTax ? body.totals.gross : body.totals.net);
  const common = { day, policy, anchoredMs: 0, servedBy: 'Amara', code: 'K7QF', isCopy: false };
  const rows = receiptDocument({ kind, body, ...common });
  expect(amountOf(rows, 'line') + amountOf(rows, 'discount')).toBe(onScreen);
  expect(amountOf(rows, 'total')).toBe(body.totals.gross);
  const paid = amountOf(rows, 'cash') - amountOf(rows, 'change') + amountOf(rows, 'card');
  expect(paid).toBe(body.totals.gross + body.cashRounding);
  const rates = rows.flatMap((row) => (row.is === 'rate' ? [row] : []));
  expect(rates.reduce((sum, rate) => sum + rate.net + rate.tax, 0)).toBe(body.totals.gross);
  const fact = { kind, body };
  expect(factBodySchema.parse(JSON.parse(canonicalText(fact)))).toEqual(fact);
}

/** The Z as the till keeps it from receipt to receipt, and the office's from all of them. */
function agreeAsShift(
  receipts: readonly CompletedSale[],
  corrections: readonly PaymentCorrected[],
  moves: readonly CashMoved[],
): void {
  const shift = trialShift();
  const rung = receipts.reduce((sum, { body, kind }) => addToShift(sum, body, kind), shift.totals);
  const totals = moves.reduce(addCashMove, corrections.reduce(addCorrection, rung));
  const closing: OpenShift = { ...shift, totals };
  const closed = accepted(closeShift(closing, money(1_000_000_000), NO_MONEY)).body;
  const { float, day, drawer } = shift;
  const opened = { shift: shift.shift, day, drawer, float };
  const office = reconcileShift({ opened, receipts: receipts.toReversed(), moves, corrections, closed });
  expect(office.close?.agrees).toBe(true);
  expect(office.close?.difference).toBe(closed.difference);
  expect(totals.gross).toBe(sumOf(receipts));
  expect(totals.cash + totals.card).toBe(totals.gross + totals.cashRounding);
}

function sumOf(receipts: readonly CompletedSale[]): number {
  return receipts.reduce((sum, { body }) => sum + body.totals.gross, 0);
}

type Summed = 'line' | 'discount' | 'total' | 'cash' | 'card' | 'change';

function amountOf(rows: readonly ReceiptRow[], is: Summed): number {
  return rows.reduce((sum, row) => sum + (row.is === is && 'amount' in row ? row.amount : 0), 0);
}
