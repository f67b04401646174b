/** The beginning of an incarnation: a branch with one fact that names the head it comes from, if any is known. */
import { uuidv7 } from 'uuidv7';
import type { FactBody } from '../domain/fact-body.ts';
import { emptyBranch, type Branch } from '../journal/branch.ts';
import { growBranch, type Grown } from '../journal/grow-branch.ts';
import { makeFact } from '../journal/make-fact.ts';
import { nextSeries } from '../journal/next-series.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import type { Acting } from './acting.ts';
import { envelopeOf } from './append-fact.ts';
import type { Enrolment } from './enrolment.ts';

/** @param newId gives out ids that nobody had before. */
export async function startBranch(
  enrolment: Enrolment,
  roster: SignedRoster['roster'],
  parent: Branch | null,
  acting: Acting,
  newId: () => string = uuidv7,
): Promise<Grown> {
  const series = parent === null ? enrolment.series : nextSeries(enrolment.series, parent.rank);
  const empty = emptyBranch(newId(), series, (parent?.rank ?? 0) + 1);
  const known = parent === null ? null : { inc: parent.inc, no: parent.head.no, hash: parent.head.hash };
  const started: FactBody = { kind: 'journalStarted', body: { parent: known, series } };
  const view = { enrolment, roster, branch: empty, shift: null };
  return growBranch(empty, await makeFact(envelopeOf(view, acting, null, newId()), started), started);
}
