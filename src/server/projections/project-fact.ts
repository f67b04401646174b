/** Brings one fact into the projections: its kind says where, its marks and its body say what a person should see. */
import type { FactBody } from '../../domain/fact-body.ts';
import { tradingDay } from '../../domain/trading-day.ts';
import type { Queryable } from '../database/query-rows.ts';
import { damageFlag } from './damage-flag.ts';
import { clockFlag, dayOr, markFlags, salvage, unreadableFlag } from './fact-flags.ts';
import { raiseFlag, type Flag } from './flag.ts';
import { projectJournalStarted, projectOutage } from './project-events.ts';
import { projectDrillEnded, projectDrillStarted } from './project-drill.ts';
import { projectCashMoved, projectPaymentCorrected } from './project-cash.ts';
import { projectParkedGone, projectSaleParked } from './project-parked.ts';
import { projectPersonTold } from './project-person-told.ts';
import { projectReceipt } from './project-receipt.ts';
import {
  projectCashCounted,
  projectDrawerHandedOver,
  projectShiftClosed,
  projectShiftOpened,
} from './project-shift.ts';
import { flaggedFact, type ProjectedFact } from './projected-fact.ts';
import { catalogueFlags, staffFlags } from './receipt-flags.ts';
import { flagReturns } from './return-flags.ts';
import { readStoredFact, type FactRow } from './stored-fact.ts';
import type { TillPlace } from './till-place.ts';

export async function projectFact(client: Queryable, place: TillPlace, row: FactRow): Promise<void> {
  const stored = readStoredFact(row);
  if (stored.is === 'unreadable') {
    await flagUnreadable(client, place, row, stored.why);
    return;
  }
  const fact = { place, row, envelope: stored.envelope };
  const flags = [
    ...(await projectBody(client, fact, stored.happened)),
    ...markFlags(row, salvage(stored.envelope)),
  ];
  for (const flag of flags) await raiseFlag(client, flaggedFact(fact), flag);
}

/** Names a fact that could not be read, or that the projections failed on; the rest goes on. */
export async function flagUnreadable(
  client: Queryable,
  place: TillPlace,
  row: FactRow,
  why: string,
): Promise<void> {
  const { business, shop, till, policy } = place;
  const { inc, no, hash, receivedAt } = row;
  const stored = readStoredFact(row);
  const { envelope } = stored;
  const day = dayOr(envelope, tradingDay(receivedAt, policy.timeZone, policy.startOfDay));
  const at = envelope?.at.anchored ?? receivedAt;
  const salvaged = salvage(envelope);
  for (const flag of [unreadableFlag(row, why, salvaged), ...markFlags(row, salvaged)]) {
    await raiseFlag(client, { business, shop, till, inc, no, hash, day, at }, flag);
  }
}

async function projectBody(client: Queryable, fact: ProjectedFact, happened: FactBody): Promise<Flag[]> {
  switch (happened.kind) {
    case 'saleCompleted':
    case 'refundGiven':
      return receiptFlags(client, fact, happened);
    case 'shiftOpened':
      await projectShiftOpened(client, fact, happened.body);
      return [];
    case 'cashCounted':
      await projectCashCounted(client, fact, happened.body);
      return [];
    case 'drawerHandedOver':
      await projectDrawerHandedOver(client, fact, happened.body);
      return [];
    case 'shiftClosed':
      return projectShiftClosed(client, fact, happened.body);
    case 'cashMoved':
      await projectCashMoved(client, fact, happened.body);
      return [];
    case 'paymentCorrected':
      await projectPaymentCorrected(client, fact, happened.body);
      return [];
    case 'saleParked':
      await projectSaleParked(client, fact, happened.body);
      return [];
    case 'saleRecalled':
      await projectParkedGone(client, fact, happened.body.sale, 'recalled');
      return [];
    case 'saleVoided':
      await projectParkedGone(client, fact, happened.body.sale, 'voided');
      return [];
    case 'outageNoticed':
      await projectOutage(client, fact, happened.body, null);
      return [];
    case 'outageEnded':
      await projectOutage(client, fact, happened.body, happened.body.until);
      return [];
    case 'drillStarted':
      await projectDrillStarted(client, fact, happened.body);
      return [];
    case 'drillEnded':
      await projectDrillEnded(client, fact, happened.body);
      return [];
    case 'journalStarted':
      await projectJournalStarted(client, fact, happened.body);
      return [];
    case 'clockJumped':
      return [clockJumped(happened.body.byMs)];
    case 'journalDamaged':
      return [damageFlag(happened.body)];
    case 'pinSet':
    case 'personAdded':
      await projectPersonTold(client, fact, happened);
      return [];
    case 'ageRefused':
    case 'signedIn':
    case 'signInFailed':
    case 'lockedOut':
    case 'approvalGiven':
    case 'rosterApplied':
    case 'catalogueApplied':
    case 'updateApplied':
    // The hole itself is told to people when it is declared.
    case 'holeDeclared':
    case 'journalExported':
      return [];
  }
}

async function receiptFlags(
  client: Queryable,
  fact: ProjectedFact,
  { kind, body }: Extract<FactBody, { kind: 'saleCompleted' | 'refundGiven' }>,
): Promise<Flag[]> {
  const because = await projectReceipt(client, fact, kind, body);
  if (because === 'sameSale') return [sameSale(body.receipt, body.totals.gross)];
  await flagReturns(client, fact.place, body);
  return [
    ...(await catalogueFlags(client, fact, body)),
    ...(await staffFlags(client, fact, body)),
    ...clockFlag(fact.row, fact.envelope, body.receipt),
  ];
}

function sameSale(receipt: string, value: number): Flag {
  const text = 'The same sale is here under another number. This one counts in no total.';
  return { kind: 'fork', subject: 'sameSale', receipt, value, evidence: [{ label: 'Sale', text }] };
}

function clockJumped(byMs: number): Flag {
  const text = `The tablet's clock moved by ${String(Math.round(byMs / 1000))} seconds.`;
  return { kind: 'clock', subject: '', receipt: null, value: 0, evidence: [{ label: 'Clock', text }] };
}
