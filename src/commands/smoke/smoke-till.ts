/** A tablet for one sale: the till's own code over the network, its database in memory, forgotten when the test is over. */
import { uuidv7 } from 'uuidv7';
import { cashTender } from '../../domain/tender.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { changeSale, startSale } from '../../domain/open-sale.ts';
import { priceSale, type SaleTerms } from '../../domain/price-sale.ts';
import { expectedCash } from '../../domain/shift-totals.ts';
import { money, NO_MONEY, type Money } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import { hashPin } from '../../identity/hash-pin.ts';
import { verifyPin } from '../../identity/verify-pin.ts';
import type { Acting } from '../../local-db/acting.ts';
import { closeShift } from '../../local-db/close-shift.ts';
import { readEnrolment } from '../../local-db/read-enrolment.ts';
import { ONLY } from '../../local-db/journal-db.ts';
import { openShift } from '../../local-db/open-shift.ts';
import { recordSale } from '../../local-db/record-sale.ts';
import { readRoster } from '../../local-db/roster.ts';
import type { TradingTill } from '../../testing/trading-till.ts';
import { SmokeFailure } from './smoke-failure.ts';
import { until } from './until.ts';

export interface SmokeClerk {
  readonly name: string;
  readonly pin: string;
}

/** @returns the staff id of the clerk whose PIN the till believes. */
export async function signInAtTill(till: TradingTill, { name, pin }: SmokeClerk): Promise<string> {
  const [enrolment, roster] = await Promise.all([readEnrolment(till.db), readRoster(till.db)]);
  const staff = roster?.roster.staff.find((one) => one.name === name);
  if (enrolment === null || staff === undefined) throw new SmokeFailure(`the till's roster has no ${name}`);
  const isRight = await verifyPin({ staff, pin, pepper: enrolment.pepper, hashPin });
  if (!isRight) throw new SmokeFailure('the till does not believe the PIN that head office set');
  return staff.id;
}

export interface SoldOnce {
  readonly receipt: string;
  readonly gross: Money;
}

/** Opens a shift, sells one piece for cash, counts the drawer and closes. */
export async function sellOnce(till: TradingTill, acting: () => Acting, sku: string): Promise<SoldOnce> {
  const products = await until('the catalogue', till.products, ({ size }) => size > 0);
  const product = products.get(sku);
  if (product === undefined) throw new SmokeFailure(`the till's catalogue has no ${sku}`);
  const { db, policy } = till;
  const shift = uuidv7();
  const { day } = acting().moment;
  const opening = { shift, day, drawer: till.name, float: policy.float };
  recorded(await openShift(db, opening, acting()), 'the shift');
  const terms: SaleTerms = { policy, day, catalogueVersion: 1 };
  const sale = accepted(
    changeSale(
      startSale(uuidv7()),
      { is: 'addProduct', product, quantity: quantity(1_000), price: null },
      terms,
    ),
  );
  const { gross } = accepted(priceSale(sale, terms)).totals;
  const { tender } = accepted(cashTender(gross, gross, policy.currency));
  const paid = { sale, tenders: [tender], cashRounding: NO_MONEY, approval: null };
  const sold = await recordSale(db, paid, acting());
  if (sold.is !== 'recorded') throw new SmokeFailure(`the sale was not recorded: ${JSON.stringify(sold)}`);
  const open = (await db.journal.shifts.get(ONLY))?.value.open;
  if (open === undefined) throw new SmokeFailure('the shift is gone');
  const countedCash = money(expectedCash(open));
  recorded(await closeShift(db, { shift, countedCash, keptFloat: policy.float }, acting()), 'the close');
  return { receipt: sold.receipt.body.receipt, gross };
}

function accepted<Value extends object>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new SmokeFailure(`the till refused the sale: ${JSON.stringify(value)}`);
  return value;
}

function recorded(outcome: { readonly is: string }, what: string): void {
  if (outcome.is !== 'recorded')
    throw new SmokeFailure(`${what} was not recorded: ${JSON.stringify(outcome)}`);
}
