/** Pins another root, with what it vouches for: the till's certificate and its roster. Key, pepper and journal stay. */
import type { SignedRoster } from '../protocol/roster.ts';
import type { TillCertificate } from '../protocol/seal.ts';
import type { Acting } from './acting.ts';
import { appendFact, type Appended } from './append-fact.ts';
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
export function pinRoot(
  db: LocalDb,
  { root, certificate, roster }: NewRoot,
  acting: Acting,
): Promise<Appended | NotSaved> {
  const { epoch, version } = roster.roster;
  const { enrolments, rosters } = db.journal;
  return appendFact<never>(db, acting, ({ enrolment }) =>
    Promise.resolve({
      is: 'append',
      happened: { kind: 'rosterApplied', body: { epoch, version } },
      approval: null,
      move: async () => {
        await enrolments.put({ key: ONLY, value: { ...enrolment, root, certificate } });
        await rosters.put({ key: ONLY, value: roster });
      },
    }),
  );
}
