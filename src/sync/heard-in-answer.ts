/** What a sealed answer tells of the server, on top of what was known of it. Pure. */
import type { Contact } from '../local-db/contact.ts';
import type { PushAnswer } from '../protocol/push.ts';

/** The tablet's own clocks are added where it is kept. */
export type HeardInAnswer = Omit<Contact, 'wall' | 'mono' | 'boot'>;

export function heardInAnswer(before: Contact | null, answer: PushAnswer): HeardInAnswer {
  const { serverEpoch, serverTime, rosterVersion, catalogueVersion, safe } = answer;
  // A notice counts when its number rises, so an answer that was overtaken cannot undo one.
  const isOvertaken = before !== null && answer.revocation.number < before.revocation.number;
  const revocation = isOvertaken ? before.revocation : answer.revocation;
  return { serverEpoch, serverTime, rosterVersion, catalogueVersion, revocation, safe };
}
