/** Rings receipts of the file with the real domain into a journal on paper: what a till would have sent, without its tablet. */
import { closeShift } from '../../../domain/close-shift.ts';
import { completeSale, type CompletedSale } from '../../../domain/complete-sale.ts';
import type { Product } from '../../../domain/catalogue.ts';
import type { ReceiptBody } from '../../../domain/fact-body.ts';
import { money, NO_MONEY, type Money } from '../../../domain/money.ts';
import { changeSale, startSale } from '../../../domain/open-sale.ts';
import { openShift } from '../../../domain/open-shift.ts';
import { priceSale, type SaleTerms } from '../../../domain/price-sale.ts';
import { quantity } from '../../../domain/quantity.ts';
import { receiptNumber } from '../../../domain/receipt-number.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { refundable } from '../../../domain/refundable.ts';
import type { OpenSale, Tender } from '../../../domain/sale.ts';
import type { SaleCommand } from '../../../domain/sale-command.ts';
import type { ShopPolicy } from '../../../domain/shop-policy.ts';
import type { OpenShift } from '../../../domain/shift.ts';
import { addToShift, expectedCash } from '../../../domain/shift-totals.ts';
import { cashTender } from '../../../domain/tender.ts';
import type { TillJournal } from '../../../testing/till-journal.ts';
import type { DrillLine, DrillReceipt } from '../../drill/drill-plan.ts';

export interface PaperTill {
  readonly journal: TillJournal;
  readonly series: string;
  readonly policy: ShopPolicy;
  readonly products: ReadonlyMap<string, Product>;
  readonly clerks: readonly string[];
}

const CARD_ABOVE = 100_00;
const HOURS_OPEN = 10;
const HOUR_MS = 3_600_000;

interface Sold {
  readonly body: ReceiptBody;
  readonly day: string;
}

/**
 * All its days, each with a shift opened and closed with the cash that should be there.
 * @returns the number of the last receipt; null where there is none
 */
export async function ringOnPaper(
  till: PaperTill,
  receipts: readonly DrillReceipt[],
): Promise<string | null> {
  const { journal, series } = till;
  await journal.add({ kind: 'journalStarted', body: { parent: null, series } });
  const known: Known = { sales: new Map(), refunds: new Map(), count: 0 };
  const days = new Map<string, DrillReceipt[]>();
  for (const receipt of receipts) days.set(receipt.day, [...(days.get(receipt.day) ?? []), receipt]);
  for (const [day, ofDay] of days) await ringDay(till, known, day, ofDay);
  return known.count === 0 ? null : receiptNumber(series, known.count);
}

interface Known {
  readonly sales: Map<string, Sold>;
  /** By the sale they bring back. */
  readonly refunds: Map<string, ReceiptBody[]>;
  count: number;
}

async function ringDay(
  till: PaperTill,
  known: Known,
  day: string,
  receipts: readonly DrillReceipt[],
): Promise<void> {
  const { journal, policy, clerks } = till;
  const opensAt = Date.parse(`${day}T08:00:00Z`);
  const at = (share: number) => opensAt + Math.round(share * HOURS_OPEN * HOUR_MS);
  const staff = clerks[known.count % clerks.length] ?? 'clerk';
  const name = `${till.series} ${day}`;
  const opened = expectNone(
    openShift(null, {
      ...{ shift: name, day, drawer: till.series, float: policy.float },
      ...{ openedAt: opensAt, openedBy: staff },
    }),
    name,
  );
  await journal.add({ kind: 'shiftOpened', body: opened.body }, { day, at: at(0), staff });
  let { shift } = opened;
  for (const [index, receipt] of receipts.entries()) {
    const { kind, body } = ring(till, known, shift, receipt);
    await journal.add({ kind, body }, { day, at: at((index + 1) / (receipts.length + 2)), staff });
    shift = { ...shift, totals: addToShift(shift.totals, body, kind) };
  }
  const counted = money(Math.max(0, expectedCash(shift)));
  const closed = expectNone(closeShift(shift, counted, money(Math.min(policy.float, counted))), name);
  await journal.add({ kind: 'shiftClosed', body: closed.body }, { day, at: at(1), staff });
}

function ring(till: PaperTill, known: Known, shift: OpenShift, receipt: DrillReceipt): CompletedSale {
  const terms: SaleTerms = { policy: till.policy, day: receipt.day, catalogueVersion: 1 };
  const sale = basketOf(till, known, terms, receipt);
  const gross = expectNone(priceSale(sale, terms), receipt.invoice).totals.gross;
  known.count += 1;
  const completed = expectNone(
    completeSale({
      ...{ sale, terms, shift, cashRounding: NO_MONEY, role: 'owner', approved: true },
      tenders: tendersFor(gross, terms, receipt),
      receipt: receiptNumber(till.series, known.count),
    }),
    receipt.invoice,
  );
  remember(known, receipt, completed.body);
  return completed;
}

function basketOf(till: PaperTill, known: Known, terms: SaleTerms, receipt: DrillReceipt): OpenSale {
  return receipt.lines.reduce(
    (sale, line) =>
      expectNone(changeSale(sale, commandOf(till, known, receipt, line), terms), receipt.invoice),
    startSale(`${till.journal.identity.till} ${receipt.invoice}`),
  );
}

function commandOf(till: PaperTill, known: Known, receipt: DrillReceipt, line: DrillLine): SaleCommand {
  const product = till.products.get(line.code);
  if (product === undefined) throw new Error(`no product ${line.code}`);
  const pieces = quantity(line.pieces * 1000);
  if (receipt.is === 'sale')
    return {
      is: 'addProduct',
      product,
      quantity: pieces,
      price: line.atImportedPrice ? null : money(line.pence),
    };
  if (line.against === null)
    return {
      ...{ is: 'returnProduct', product, quantity: pieces },
      ...{ price: money(line.pence), reason: 'Changed their mind' },
    };
  return returnOf(known, line.against, pieces);
}

function returnOf(
  known: Known,
  against: NonNullable<DrillLine['against']>,
  pieces: ReturnType<typeof quantity>,
): SaleCommand {
  const sold = known.sales.get(against.invoice);
  if (sold === undefined) throw new Error(`invoice ${against.invoice} was not rung here`);
  const left = refundable(sold.body, known.refunds.get(sold.body.sale) ?? []);
  const { alreadyReturned } = left.find(({ line }) => line === against.line) ?? {};
  if (alreadyReturned === undefined) throw new Error(`invoice ${against.invoice} has no such line`);
  return {
    ...{ is: 'returnLine', receipt: sold.body, soldOn: sold.day },
    ...{ line: against.line, quantity: pieces, alreadyReturned },
  };
}

function remember(known: Known, receipt: DrillReceipt, body: ReceiptBody): void {
  known.sales.set(receipt.invoice, { body, day: receipt.day });
  const brought = new Set(
    body.lines.flatMap(({ origin }) => (origin.is === 'returned' ? [origin.sale] : [])),
  );
  for (const sale of brought) known.refunds.set(sale, [...(known.refunds.get(sale) ?? []), body]);
}

function tendersFor(gross: Money, { policy }: SaleTerms, { invoice }: DrillReceipt): Tender[] {
  if (gross === 0) return [];
  if (gross > CARD_ABOVE) return [{ is: 'card', amount: gross }];
  return [expectNone(cashTender(gross, money(Math.max(0, gross)), policy.currency), invoice).tender];
}

function expectNone<Value extends object>(value: Value | Refusal, what: string): Value {
  if (isRefusal(value)) throw new Error(`${what} refused: ${JSON.stringify(value)}`);
  return value;
}
