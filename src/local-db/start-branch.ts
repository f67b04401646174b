/** The beginning of an incarnation: a branch with one fact that names the head it comes from, if any is known. */
import { uuidv7 } from 'uuidv7';
import type { FactBody } from '../domain/fact-body.ts';
import { NO_MONEY } from '../domain/money.ts';
import { makeFact } from '../journal/make-fact.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting } from './acting.ts';
import { envelopeOf } from './append-fact.ts';
import type { Enrolment } from './enrolment.ts';
import { growBranch } from './grow-branch.ts';
import type { Branch, FactRow } from './journal-db.ts';

export async function startBranch(
  enrolment: Enrolment,
  roster: SignedRoster['roster'],
  parent: Branch | null,
  acting: Acting,
): Promise<{ row: FactRow; branch: Branch }> {
  const series = parent === null ? enrolment.series : nextSeries(enrolment.series, parent.rank);
  const empty = emptyBranch(series, (parent?.rank ?? 0) + 1);
  const known = parent === null ? null : { inc: parent.inc, no: parent.head.no, hash: parent.head.hash };
  const started: FactBody = { kind: 'journalStarted', body: { parent: known, series } };
  const view = { enrolment, roster, branch: empty, shift: null };
  return growBranch(empty, await makeFact(envelopeOf(view, acting, null, uuidv7()), started), started);
}

/** A later incarnation's series carries a letter, so no number is printed twice: A1, A1b, A1c … A1z, A1ab. */
function nextSeries(series: string, incarnationsBefore: number): string {
  return series + letters(incarnationsBefore);
}

function letters(index: number): string {
  const last = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function emptyBranch(series: string, rank: number): Branch {
  const start = { no: 0, hash: NO_FACT_HASH };
  const none = { sales: 0, value: NO_MONEY };
  return {
    inc: uuidv7(),
    rank,
    is: 'current',
    series,
    head: start,
    sums: none,
    acknowledged: start,
    acknowledgedSums: none,
    nextReceipt: 1,
    lastReceipt: null,
  };
}
