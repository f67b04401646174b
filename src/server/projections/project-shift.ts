/** Writes what happened to a shift, and checks a close against the receipts that are here. */
import * as z from 'zod/mini';
import type {
  CashCounted,
  DrawerHandedOver,
  FactBody,
  ShiftClosed,
  ShiftOpened,
} from '../../domain/fact-body.ts';
import { money } from '../../domain/money.ts';
import { reconcileShift, type ReconciledClose, type ShiftFacts } from '../../domain/reconcile-shift.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import type { Flag } from './flag.ts';
import type { ProjectedFact } from './projected-fact.ts';
import { FACT_COLUMNS, factRowSchema, readStoredFact } from './stored-fact.ts';
import { moneyText, type TillPlace } from './till-place.ts';

export async function projectShiftOpened(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: ShiftOpened,
): Promise<void> {
  await client.query(
    `insert into evertill.shift (till, shift, business, shop, opened_seq, day, drawer, float, opened_at, opened_by, shared)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      place.till,
      body.shift,
      place.business,
      place.shop,
      row.seq,
      body.day,
      body.drawer,
      body.float,
      envelope.at.anchored,
      envelope.by.staff,
      body.shared ?? null,
    ],
  );
}

export async function projectDrawerHandedOver(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: DrawerHandedOver,
): Promise<void> {
  await client.query(
    `insert into evertill.drawer_hand_over
       (till, seq, business, shop, shift, hand_over, from_staff, to_staff, expected_cash, counted, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      place.till,
      row.seq,
      place.business,
      place.shop,
      body.shift,
      body.handOver,
      body.from,
      body.to,
      body.expectedCash,
      body.count?.counted ?? null,
      envelope.at.anchored,
    ],
  );
}

export async function projectCashCounted(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: CashCounted,
): Promise<void> {
  await client.query(
    `insert into evertill.cash_count (till, seq, business, shift, attempt, counted, denominations, at, staff)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      place.till,
      row.seq,
      place.business,
      body.shift,
      body.attempt,
      body.counted,
      JSON.stringify(body.denominations),
      envelope.at.anchored,
      envelope.by.staff,
    ],
  );
}

export async function projectShiftClosed(
  client: Queryable,
  fact: ProjectedFact,
  body: ShiftClosed,
): Promise<Flag[]> {
  const opened = await readOpened(client, fact.place.till, body.shift);
  if (opened === null) {
    const evidence = [{ label: 'Missing', text: 'The opening of this shift.' }];
    return [mismatch(body, body.totals.gross, evidence)];
  }
  await writeClose(client, fact, body);
  const happened = await readHappened(client, fact.place.till, body.shift);
  const { close } = reconcileShift({ opened, ...happened, closed: body });
  return close === null || close.agrees
    ? []
    : [mismatch(body, atStake(body, close), closeEvidence(fact.place, body, close))];
}

async function readOpened(client: Queryable, till: string, shift: string): Promise<ShiftOpened | null> {
  const row = await queryRow(
    client,
    'select shift, day, drawer, float from evertill.shift where till = $1 and shift = $2',
    [till, shift],
    z.object({ shift: z.string(), day: z.string(), drawer: z.string(), float: z.int() }),
  );
  return row === null ? null : { ...row, float: money(row.float) };
}

async function writeClose(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: ShiftClosed,
): Promise<void> {
  await client.query(
    `update evertill.shift set
       closed_seq = $3, closed_at = $4, closed_by = $5, totals = $6, expected_cash = $7, counted_cash = $8,
       difference = $9, kept_float = $10, banked = $11, counted_at = $12, unsent = $13
     where till = $1 and shift = $2`,
    [
      place.till,
      body.shift,
      row.seq,
      envelope.at.anchored,
      envelope.by.staff,
      JSON.stringify(body.totals),
      body.expectedCash,
      body.countedCash,
      body.difference,
      body.keptFloat,
      body.banked,
      body.countedAt ?? null,
      body.unsent ?? null,
    ],
  );
}

/** From the bytes, not from our own tables: what is checked is what the till said. */
async function readHappened(
  client: Queryable,
  till: string,
  shift: string,
): Promise<Pick<ShiftFacts, 'receipts' | 'moves' | 'corrections'>> {
  const rows = await queryRows(
    client,
    `select ${FACT_COLUMNS} from evertill.fact where till = $1 and till_seq in (
       select seq from evertill.receipt
       where till = $1 and shift = $2 and unposted_because is distinct from 'sameSale'
       union all select seq from evertill.cash_move where till = $1 and shift = $2
       union all select seq from evertill.payment_correction where till = $1 and shift = $2)`,
    [till, shift],
    factRowSchema,
  );
  const happened = rows.flatMap((row): (FactBody & { readonly staff: string })[] => {
    const stored = readStoredFact(row);
    return stored.is === 'unreadable' ? [] : [{ ...stored.happened, staff: stored.envelope.by.staff }];
  });
  return {
    receipts: happened.flatMap((one) =>
      one.kind === 'saleCompleted' || one.kind === 'refundGiven' ? [one] : [],
    ),
    moves: happened.flatMap((one) => (one.kind === 'cashMoved' ? [one.body] : [])),
    corrections: happened.flatMap((one) => (one.kind === 'paymentCorrected' ? [one.body] : [])),
  };
}

function mismatch(body: ShiftClosed, value: number, evidence: Flag['evidence']): Flag {
  return {
    kind: 'shiftMismatch',
    subject: body.shift,
    receipt: null,
    value,
    evidence,
  };
}

/** What the missing receipts are worth; where none is missing, by how much the cash figures disagree. */
function atStake(body: ShiftClosed, close: ReconciledClose): number {
  return close.missingGross === 0 ? close.difference - body.difference : close.missingGross;
}

function closeEvidence(place: TillPlace, body: ShiftClosed, close: ReconciledClose): Flag['evidence'] {
  return [
    { label: 'Taken by the close', text: moneyText(place, body.totals.gross) },
    { label: 'Gross of receipts missing here', text: moneyText(place, close.missingGross) },
    { label: 'Receipts missing here', text: String(close.missingReceipts) },
    { label: 'Cash expected by the close', text: moneyText(place, body.expectedCash) },
    { label: 'Cash difference by the receipts here', text: moneyText(place, close.difference) },
  ];
}
