/** Rings receipts of the file on a till without a screen: the same domain and the same database as the real one. */
import { uuidv7 } from 'uuidv7';
import { approvalFor } from '../../domain/approval-for.ts';
import { expectedCash } from '../../domain/shift-totals.ts';
import { money, NO_MONEY, type Money } from '../../domain/money.ts';
import { changeSale, startSale } from '../../domain/open-sale.ts';
import { priceSale, type SaleTerms } from '../../domain/price-sale.ts';
import { quantity } from '../../domain/quantity.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { refundable } from '../../domain/refundable.ts';
import type { Tender } from '../../domain/sale.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import { cashTender } from '../../domain/tender.ts';
import type { Product } from '../../domain/catalogue.ts';
import { sha256Hex } from '../../journal/digest.ts';
import type { Acting, Approval } from '../../local-db/acting.ts';
import { closeShift } from '../../local-db/close-shift.ts';
import { ONLY } from '../../local-db/journal-db.ts';
import { openShift } from '../../local-db/open-shift.ts';
import { findSale, refundsOf } from '../../local-db/receipts.ts';
import { recordSale } from '../../local-db/record-sale.ts';
import type { TradingTill } from '../../testing/trading-till.ts';
import { receiptGross } from '../drill/day-figures.ts';
import type { DrillLine, DrillReceipt } from '../drill/drill-plan.ts';

export interface Ringer {
  readonly till: TradingTill;
  readonly products: ReadonlyMap<string, Product>;
  /** Sales of this till by the file's invoice, for refunds against them. */
  readonly sales: Map<string, string>;
  readonly clerk: string;
  readonly manager: string;
}

const CARD_ABOVE_PENCE = 100_00;
const HOURS_OPEN = 10;
const HOUR_MS = 3_600_000;
/** Nobody waits at this counter. */
const COMMIT_DEADLINE_MS = 600_000;

/** One trading day of one till: shift opened, every receipt rung, shift closed with the cash that should be there. */
export async function ringDay(
  ringer: Ringer,
  day: string,
  receipts: readonly DrillReceipt[],
  rung: () => void,
): Promise<void> {
  const opensAt = Date.parse(`${day}T08:00:00Z`);
  const acting = (share: number): Acting =>
    ringer.till.at({ at: opensAt + Math.round(share * HOURS_OPEN * HOUR_MS), day }, ringer.clerk);
  const { db, policy } = ringer.till;
  const shift = uuidv7();
  const float = policy.float;
  expectRecorded(await openShift(db, { shift, day, drawer: ringer.till.name, float }, acting(0)), 'shift');
  for (const [index, receipt] of receipts.entries()) {
    await ring(ringer, receipt, acting((index + 1) / (receipts.length + 2)));
    rung();
  }
  const open = (await db.journal.shifts.get(ONLY))?.value.open;
  if (open === undefined) throw new Error(`${ringer.till.name} has no open shift`);
  const countedCash = money(Math.max(0, expectedCash(open)));
  const keptFloat = money(Math.min(float, countedCash));
  expectRecorded(await closeShift(db, { shift, countedCash, keptFloat }, acting(1)), 'closing');
}

async function ring(ringer: Ringer, receipt: DrillReceipt, acting: Acting): Promise<void> {
  const { till, manager } = ringer;
  const terms: SaleTerms = { policy: till.policy, day: receipt.day, catalogueVersion: 1 };
  let sale = startSale(uuidv7());
  for (const line of receipt.lines) {
    const command = receipt.is === 'sale' ? addLine(ringer, line) : await returnLine(ringer, line);
    sale = accepted(changeSale(sale, command, terms), receipt);
  }
  const { gross } = accepted(priceSale(sale, terms), receipt).totals;
  const need = approvalFor(sale, terms, 'clerk');
  const approval: Approval | null =
    need === null ? null : { approver: manager, digest: await sha256Hex(need.act) };
  const tenders = tendersFor(gross, receipt, terms);
  const outcome = await recordSale(till.db, { sale, tenders, cashRounding: NO_MONEY, approval }, acting, {
    limitMs: COMMIT_DEADLINE_MS,
  });
  expectRecorded(outcome, `invoice ${receipt.invoice}`);
  ringer.sales.set(receipt.invoice, sale.sale);
}

function productOf({ products }: Ringer, { code }: DrillLine): Product {
  const product = products.get(code);
  if (product === undefined) throw new Error(`no product ${code}`);
  return product;
}

function addLine(ringer: Ringer, line: DrillLine): SaleCommand {
  const price = line.atImportedPrice ? null : money(line.pence);
  return {
    is: 'addProduct',
    product: productOf(ringer, line),
    quantity: quantity(line.pieces * 1000),
    price,
  };
}

async function returnLine(ringer: Ringer, line: DrillLine): Promise<SaleCommand> {
  const back = line.against === null ? null : await soldLine(ringer, line.against);
  const pieces = quantity(line.pieces * 1000);
  if (back === null) {
    return {
      is: 'returnProduct',
      product: productOf(ringer, line),
      quantity: pieces,
      price: money(line.pence),
      reason: 'Changed their mind',
    };
  }
  const { receipt, soldOn, number, alreadyReturned } = back;
  return { is: 'returnLine', receipt, soldOn, line: number, quantity: pieces, alreadyReturned };
}

async function soldLine({ till, sales }: Ringer, against: NonNullable<DrillLine['against']>) {
  const sale = sales.get(against.invoice);
  const [sold, refunds] =
    sale === undefined ? [null, []] : await Promise.all([findSale(till.db, sale), refundsOf(till.db, sale)]);
  if (sold === null) throw new Error(`invoice ${against.invoice} was not rung on ${till.name}`);
  const lines = refundable(
    sold.body,
    refunds.map((refund) => refund.body),
  );
  const line = lines.find((one) => one.line === against.line);
  if (line === undefined) throw new Error(`invoice ${against.invoice} has no line ${String(against.line)}`);
  return {
    receipt: sold.body,
    soldOn: sold.day,
    number: against.line,
    alreadyReturned: line.alreadyReturned,
  };
}

function tendersFor(gross: Money, receipt: DrillReceipt, { policy }: SaleTerms): Tender[] {
  if (gross === 0) return [];
  if (receiptGross(receipt, receipt.day) > CARD_ABOVE_PENCE) return [{ is: 'card', amount: gross }];
  return [accepted(cashTender(gross, money(Math.max(0, gross)), policy.currency), receipt).tender];
}

function accepted<Value extends object>(value: Value | Refusal, { invoice }: DrillReceipt): Value {
  if (isRefusal(value)) throw new Error(`invoice ${invoice} refused: ${JSON.stringify(value)}`);
  return value;
}

function expectRecorded(outcome: { readonly is: string }, what: string): void {
  if (outcome.is !== 'recorded') throw new Error(`${what} was not recorded: ${JSON.stringify(outcome)}`);
}
