/** What syncing tells the screens: each capability judged apart, and whether something is on its way. */
import type { Capability } from '../domain/fact-body.ts';
import type { SealVerdict } from '../journal/seal.ts';
import type { Journal } from './ports.ts';
import { sawFailure, sawSuccess, UNWATCHED, type LinkWatch, type Try, type Watched } from './link-watch.ts';
import { isStrange, sawSeal, type StrangerWatch } from './stranger-watch.ts';

/** Times are anchored milliseconds since 1970. */
export type LinkView =
  | { readonly is: 'unknown' }
  | { readonly is: 'up'; readonly lastContact: number }
  | { readonly is: 'down'; readonly since: number; readonly lastContact: number | null };

export interface SyncStatus {
  readonly signIn: LinkView;
  readonly sending: LinkView;
  readonly catalogue: LinkView;
  /** A batch is on its way. */
  readonly isSending: boolean;
  /** What keeps breaking rounds here, on the tablet: its storage, or a bug. Null on a sound till. */
  readonly brokenBy: string | null;
  /** Whoever answers has had other keys than the ones pinned for long: only a manager's code helps. */
  readonly isStrange: boolean;
}

/** One broken round may be a passing trouble; this many in a row need a person. */
const BROKEN_ROUNDS_TO_SAY = 3;

type Judge = (capability: Capability, went: 'well' | 'badly', tried: Try) => Promise<void>;

export interface LinkBoard {
  /** The same object until something changes. */
  readonly current: () => SyncStatus;
  readonly subscribe: (listener: () => void) => () => void;
  readonly judge: Judge;
  /** Past a drill: of what head office itself did meanwhile. */
  readonly judgeReally: Judge;
  /** What looks down from now on by a drill. It is watched apart, and no outage is told of it. */
  readonly setDrilled: (capabilities: readonly Capability[]) => void;
  /** @param now monotonic. */
  readonly noteSeal: (verdict: SealVerdict, now: number) => void;
  readonly setSending: (isSending: boolean) => void;
  /** For one lane: takes what broke its round, or null when a round was whole. */
  readonly roundsOf: () => (error: unknown) => void;
}

export function makeLinkBoard(record: Journal['record']): LinkBoard {
  const watches: Record<Capability, LinkWatch> = {
    signIn: UNWATCHED,
    sending: UNWATCHED,
    catalogue: UNWATCHED,
  };
  let drilled: Partial<Record<Capability, LinkWatch>> = {};
  const listeners = new Set<() => void>();
  let status = view(watches, { isSending: false, brokenBy: null, isStrange: false });
  let stranger: StrangerWatch | null = null;

  function publish(change: Partial<NoLink>): void {
    const { isSending, brokenBy, isStrange: isStrangeYet } = status;
    status = view({ ...watches, ...drilled }, { isSending, brokenBy, isStrange: isStrangeYet, ...change });
    for (const listener of listeners) listener();
  }

  const judgeReally: Judge = async (capability, went, tried) => {
    const watched = seen(watches[capability], went, tried);
    watches[capability] = watched.watch;
    publish({});
    await recordChange(record, capability, watched.change);
  };

  return {
    current: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    judge: async (capability, went, tried) => {
      const watch = drilled[capability];
      if (watch === undefined) return judgeReally(capability, went, tried);
      drilled = { ...drilled, [capability]: seen(watch, went, tried).watch };
      publish({});
    },
    judgeReally,
    setDrilled: (capabilities) => {
      drilled = Object.fromEntries(capabilities.map((capability) => [capability, watches[capability]]));
      publish({});
    },
    noteSeal: (verdict, now) => {
      stranger = sawSeal(stranger, verdict, now);
      const isNow = isStrange(stranger, now);
      if (isNow !== status.isStrange) publish({ isStrange: isNow });
    },
    setSending: (isSending) => {
      if (isSending !== status.isSending) publish({ isSending });
    },
    roundsOf: () => countBroken((brokenBy) => publish({ brokenBy })),
  };
}

function seen(watch: LinkWatch, went: 'well' | 'badly', tried: Try): Watched {
  return (went === 'well' ? sawSuccess : sawFailure)(watch, tried);
}

function countBroken(say: (brokenBy: string | null) => void): (error: unknown) => void {
  let broken = 0;
  return (error) => {
    if (error === null && broken >= BROKEN_ROUNDS_TO_SAY) say(null);
    broken = error === null ? 0 : broken + 1;
    if (broken === BROKEN_ROUNDS_TO_SAY) say(String(error));
  };
}

function recordChange(
  record: Journal['record'],
  capability: Capability,
  change: Watched['change'],
): Promise<void> {
  if (change === null) return Promise.resolve();
  if (change.is === 'noticed')
    return record({ kind: 'outageNoticed', body: { capability, since: change.since } });
  return record({ kind: 'outageEnded', body: { capability, since: change.since, until: change.until } });
}

type NoLink = Omit<SyncStatus, Capability>;

function view(watches: Readonly<Record<Capability, LinkWatch>>, rest: NoLink): SyncStatus {
  const { signIn, sending, catalogue } = watches;
  return { signIn: linkView(signIn), sending: linkView(sending), catalogue: linkView(catalogue), ...rest };
}

function linkView(watch: LinkWatch): LinkView {
  switch (watch.is) {
    case 'unknown':
      return { is: 'unknown' };
    case 'up':
      return { is: 'up', lastContact: watch.lastContact };
    case 'down':
      return watch;
  }
}
