/** Pins another root, with what it vouches for: the till's certificate and its roster. Key, pepper and journal stay. */
import type { SignedRoster } from '../protocol/roster.ts';
import type { TillCertificate } from '../protocol/seal.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended, type Decision, type JournalView } from './append-fact.ts';
import type { Enrolment } from './enrolment.ts';
import { ONLY } from './journal-db.ts';
import type { NotSaved } from './not-saved.ts';
import type { LocalDb } from './open-local-db.ts';

export interface NewRoot {
  /** SPKI, base64url. */
  readonly root: string;
  readonly certificate: TillCertificate;
  readonly roster: SignedRoster;
}

/** What it brings is verified under the root by now. */
export function pinRoot(db: LocalDb, pinned: NewRoot, acting: Acting): Promise<Appended | NotSaved> {
  const { enrolments, rosters } = db.journal;
  return appendFact<never>(db, acting, (view) =>
    Promise.resolve(
      decidePin(pinned, view, async (enrolment) => {
        await enrolments.put({ key: ONLY, value: enrolment });
        await rosters.put({ key: ONLY, value: pinned.roster });
      }),
    ),
  );
}

/** @param keep the enrolment as it is from now on, and the roster, inside the transaction. */
export function decidePin(
  { root, certificate, roster }: NewRoot,
  { enrolment }: JournalView,
  keep: (enrolment: Enrolment) => Promise<unknown>,
): Decision<never> {
  const { epoch, version } = roster.roster;
  const happened = { kind: 'rosterApplied', body: { epoch, version } } as const;
  const move = (): Promise<unknown> => keep({ ...enrolment, root, certificate });
  return { is: 'append', happened, approval: null, move };
}
