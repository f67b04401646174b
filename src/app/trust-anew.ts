/**
 * Lets a till trust a head office whose root is new, by a manager's code:
 *
 *   code ──▶ it vouches for our key ──▶ the root is pinned; key and journal stay
 *        └─▶ it was restored to before that key ──▶ one more code ──▶ a new key; the journal stays, in a new incarnation
 */
import { readEnrolment } from '../local-db/read-enrolment.ts';
import { repinTill } from '../sync/repin-till.ts';
import type { RepinOutcome } from '../till/till-ports.ts';
import { tillEnroller, type EnrolParts } from './enrol-till.ts';

/** @param restart begins anew with the new key, which what runs does not know. */
export function rootTruster(
  parts: Pick<EnrolParts, 'db' | 'net' | 'clock' | 'act'>,
  restart: () => void,
): (code: string) => Promise<RepinOutcome> {
  let renew: ReturnType<typeof tillEnroller> | null = null;
  return async (code) => {
    if (renew === null) {
      const outcome = await repinTill(parts, code);
      if (outcome.is === 'otherKey') {
        const lostTill = (await readEnrolment(parts.db))?.till ?? null;
        renew = tillEnroller({ ...parts, lostTill, keepsJournal: true });
      }
      return outcome;
    }
    const renewed = await renew(code);
    if (renewed.is !== 'enrolled') return renewed;
    restart();
    return { is: 'repinned' };
  };
}
