/** What the smoke test does in the office: the routes a manager's screens use, and no others. */
import * as z from 'zod/mini';
import { tillCodeSchema, tillRowSchema, type TillCode } from '../../protocol/office-till-messages.ts';
import {
  meSchema,
  reconciliationSchema,
  salesPageSchema,
  type Me,
  type Reconciliation,
} from '../../protocol/people-messages.ts';
import { CANARY_EMAIL } from '../../server/canary/canary-business.ts';
import type { OfficeVisit } from './office-visit.ts';
import { SmokeFailure } from './smoke-failure.ts';
import type { SoldOnce } from './smoke-till.ts';
import { until } from './until.ts';

export type SmokeShop = Me['shops'][number];

export async function signInToOffice(office: OfficeVisit, password: string): Promise<SmokeShop> {
  await office.post('/sign-in', { email: CANARY_EMAIL, password }, meSchema);
  // Once more, with the cookie: that is what every screen relies on.
  const { shops } = await office.get('/me', meSchema);
  const [shop] = shops;
  if (shop === undefined) throw new SmokeFailure('the canary business has no shop');
  return shop;
}

export function addTill(office: OfficeVisit, shop: SmokeShop): Promise<TillCode> {
  const name = `Smoke ${new Date().toISOString()}`;
  return office.post('/tills', { shop: shop.id, name }, tillCodeSchema);
}

/** The day as a manager reads it: this till's one receipt is in, its drawer is counted and agrees, and the sale is found by its number. */
export async function findSale(
  office: OfficeVisit,
  { id, today }: SmokeShop,
  { till }: TillCode,
  { receipt, gross }: SoldOnce,
): Promise<void> {
  const read = () => office.get(`/reconcile?shop=${id}&day=${today}`, reconciliationSchema);
  const isCounted = (day: Reconciliation): boolean =>
    tillOf(day, till)?.shifts.some((shift) => shift.countedCash !== null) ?? false;
  const day = tillOf(await until('the counted drawer', read, isCounted), till);
  const [shift] = day?.shifts ?? [];
  if (day?.received !== 1 || day.takings.gross !== gross || shift?.difference !== 0)
    throw new SmokeFailure(
      `the office reads ${String(day?.received)} receipts, ${String(day?.takings.gross)} taken and ${String(shift?.difference)} too much in the drawer; ` +
        `the till sold 1 for ${String(gross)}`,
    );
  const query = new URLSearchParams({ shop: id, day: today, search: receipt });
  const { rows } = await office.get(`/sales?${query.toString()}`, salesPageSchema);
  const found = rows.some((row) => row.till === till && row.receipt === receipt && row.gross === gross);
  if (!found) throw new SmokeFailure(`the office does not find receipt ${receipt}`);
}

function tillOf(day: Reconciliation, till: string): Reconciliation['tills'][number] | undefined {
  return day.tills.find((one) => one.till === till);
}

export async function revokeTill(office: OfficeVisit, till: string): Promise<void> {
  await office.post(`/tills/${till}/revoke`, { why: 'The smoke test is over.' }, tillRowSchema);
}

export async function signOut(office: OfficeVisit): Promise<void> {
  await office.post('/sign-out', {}, z.object({}));
}
