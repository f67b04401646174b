/**
 * Whether a capability is up, as people are told: calm, so only after 3 failed tries or 10 seconds. Pure.
 * Each change of mind is a fact for the journal: an outage noticed, an outage ended.
 */
export const TRIES_TO_SAY_DOWN = 3;
const MS_TO_SAY_DOWN = 10_000;

/** Times are anchored milliseconds since 1970. */
export type LinkWatch =
  | { readonly is: 'unknown'; readonly failing: Failing | null }
  | { readonly is: 'up'; readonly lastContact: number; readonly failing: Failing | null }
  | { readonly is: 'down'; readonly since: number; readonly lastContact: number | null };

/** Tries that failed since the last that did not. */
interface Failing {
  readonly tries: number;
  readonly since: number;
  readonly sinceMono: number;
}

/** A try: when it began, when it was over. */
export interface Try {
  readonly beganAt: number;
  readonly beganMono: number;
  readonly endedAt: number;
  readonly endedMono: number;
}

export interface Watched {
  readonly watch: LinkWatch;
  /** What changed, for the journal. */
  readonly change:
    | { readonly is: 'noticed'; readonly since: number }
    | { readonly is: 'ended'; readonly since: number; readonly until: number }
    | null;
}

export const UNWATCHED: LinkWatch = { is: 'unknown', failing: null };

export function sawSuccess(watch: LinkWatch, { endedAt }: Try): Watched {
  const up = { is: 'up', lastContact: endedAt, failing: null } as const;
  return {
    watch: up,
    change: watch.is === 'down' ? { is: 'ended', since: watch.since, until: endedAt } : null,
  };
}

export function sawFailure(watch: LinkWatch, tried: Try): Watched {
  if (watch.is === 'down') return { watch, change: null };
  const before = watch.failing ?? { tries: 0, since: tried.beganAt, sinceMono: tried.beganMono };
  const failing = { ...before, tries: before.tries + 1 };
  const isDown = failing.tries >= TRIES_TO_SAY_DOWN || tried.endedMono - failing.sinceMono >= MS_TO_SAY_DOWN;
  if (!isDown) return { watch: { ...watch, failing }, change: null };
  const lastContact = watch.is === 'up' ? watch.lastContact : null;
  return {
    watch: { is: 'down', since: failing.since, lastContact },
    change: { is: 'noticed', since: failing.since },
  };
}
