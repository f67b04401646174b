/** The beginning of an incarnation: a branch with one fact that names the head it comes from, if any is known. */
import { uuidv7 } from 'uuidv7';
import type { FactBody } from '../domain/fact-body.ts';
import { emptyBranch, type Branch } from '../journal/branch.ts';
import { growBranch, type Grown } from '../journal/grow-branch.ts';
import { makeFact } from '../journal/make-fact.ts';
import { freeSeries } from '../journal/next-series.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting } from './acting.ts';
import { envelopeOf } from './append-fact.ts';
import type { Enrolment } from './enrolment.ts';

/** @param newId gives out ids that nobody had before. @param taken series that must not be used again. */
export async function startBranch(
  enrolment: Enrolment,
  roster: SignedRoster['roster'],
  parent: Branch | null,
  acting: Acting,
  newId: () => string = uuidv7,
  taken: readonly string[] = [],
): Promise<Grown> {
  const { series, rank } =
    parent === null
      ? { series: enrolment.series, rank: 1 }
      : freeSeries(enrolment.series, parent.rank, taken);
  const empty = emptyBranch(newId(), series, rank);
  const known = parent === null ? null : { inc: parent.inc, no: parent.head.no, hash: parent.head.hash };
  const started: FactBody = { kind: 'journalStarted', body: { parent: known, series } };
  const view = { enrolment, roster, branch: empty, shift: null };
  return growBranch(empty, await makeFact(envelopeOf(view, acting, null, newId()), started), started);
}
