/** What the pulling lane does next: the roster before the catalogue, each when head office told of a newer one. Pure. */
import type { Contact } from '../local-db/contact.ts';
import type { Pace } from './pace.ts';
import type { HeldReference } from './ports.ts';

/** Asked for even when nothing told of news: losing every hint costs one timer. */
export const ROSTER_EVERY_MS = 5 * 60_000;
export const CATALOGUE_EVERY_MS = 60_000;
/** A server that tells of news it does not have is not asked in a busy loop. */
export const REPULL_MS_MIN = 2_000;

export interface PullSnapshot {
  /** Monotonic. */
  readonly now: number;
  /** Null before the first sealed answer. */
  readonly contact: Contact | null;
  /** Null on a tablet that is not enrolled. */
  readonly held: HeldReference | null;
  readonly pace: Pace;
  /** Monotonic times at which each stream was last read to its end; null before. */
  readonly readAt: { readonly roster: number | null; readonly catalogue: number | null };
}

export type PullStep =
  | { readonly is: 'pullRoster' }
  | { readonly is: 'pullCatalogue'; readonly cursor: string }
  | { readonly is: 'wait'; readonly ms: number };

export function nextPullStep({ now, contact, held, pace, readAt }: PullSnapshot): PullStep {
  if (contact === null || held === null) return { is: 'wait', ms: CATALOGUE_EVERY_MS };
  if (now < pace.retryAt) return { is: 'wait', ms: pace.retryAt - now };
  const rosterAt = dueAt(readAt.roster, isNewRoster(contact, held), ROSTER_EVERY_MS);
  if (now >= rosterAt) return { is: 'pullRoster' };
  const catalogueAt = dueAt(readAt.catalogue, isNewCatalogue(contact, held), CATALOGUE_EVERY_MS);
  if (now >= catalogueAt) return { is: 'pullCatalogue', cursor: held.cursor };
  return { is: 'wait', ms: Math.min(rosterAt, catalogueAt) - now };
}

function dueAt(readAt: number | null, isNew: boolean, everyMs: number): number {
  if (readAt === null) return 0;
  return readAt + (isNew ? REPULL_MS_MIN : everyMs);
}

/** Versions compare only within one epoch. */
function isNewRoster({ serverEpoch, rosterVersion }: Contact, { roster }: HeldReference): boolean {
  return roster.epoch !== serverEpoch || roster.version < rosterVersion;
}

function isNewCatalogue({ serverEpoch, catalogueVersion }: Contact, { catalogue }: HeldReference): boolean {
  return catalogue?.epoch !== serverEpoch || catalogue.version < catalogueVersion;
}
