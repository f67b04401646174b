/** Whether a till would sell on if head office died now, item by item; the till and the office ask the same question. */

/** What a till knows of itself; instants are milliseconds since 1970 by its anchored clock, sizes are bytes. */
export interface TillReadiness {
  readonly installed: boolean;
  readonly persistent: boolean;
  /** Null where the browser does not tell. */
  readonly room: { readonly used: number; readonly quota: number } | null;
  readonly leaseUntil: number;
  /** `able`: could sign in here now, without head office. */
  readonly people: { readonly all: number; readonly able: number };
  readonly catalogue: {
    /** Null before the first whole catalogue. */
    readonly version: number | null;
    /** When head office last spoke of this very version; null while it speaks of a newer one. */
    readonly currentAt: number | null;
  };
  /** The tablet's own clock less the anchored one. */
  readonly clock: { readonly offsetMs: number; readonly isInDoubt: boolean };
  readonly journal: 'sound' | 'full' | 'cannotSave' | 'fault';
  readonly copies: 'equal' | 'one' | 'unwritten';
  readonly isKeyUsable: boolean;
  readonly update: 'none' | 'waits' | 'wentBack';
  /** When a scanner was last used here; null when it never was. */
  readonly scannedAt: number | null;
  readonly wakeLock: 'held' | 'notNeeded' | 'refused' | 'absent';
}

/** ready: nothing to do; note: good to know; mind: put it right before an outage does; act: a person must act now. */
export type ReadinessState = 'ready' | 'note' | 'mind' | 'act';

/** Each thing that can be said, and how grave it is. */
const stateOf = {
  allCanSignIn: 'ready',
  someCannotSignIn: 'mind',
  nobodyCanSignIn: 'act',
  leaseRuns: 'ready',
  leaseEndsSoon: 'mind',
  leaseOver: 'mind',
  catalogueCurrent: 'ready',
  catalogueBehind: 'mind',
  catalogueOld: 'mind',
  catalogueMissing: 'act',
  journalSound: 'ready',
  journalFull: 'act',
  journalCannotSave: 'act',
  journalFault: 'act',
  copiesEqual: 'ready',
  oneCopyOnly: 'note',
  secondCopyUnwritten: 'mind',
  keyUsable: 'ready',
  keyUnusable: 'act',
  keptForGood: 'ready',
  mayBeCleared: 'mind',
  roomEnough: 'ready',
  roomUntold: 'note',
  roomLow: 'mind',
  roomGone: 'act',
  installed: 'ready',
  inBrowserTab: 'mind',
  clockRight: 'ready',
  clockOff: 'mind',
  clockInDoubt: 'mind',
  versionRuns: 'ready',
  newVersionWaits: 'note',
  wentBack: 'mind',
  scannerTried: 'ready',
  scannerLongAgo: 'note',
  scannerNeverTried: 'note',
  staysAwake: 'ready',
  mayDoze: 'note',
  cannotStayAwake: 'note',
} as const satisfies Record<string, ReadinessState>;

export type ReadinessSaid = keyof typeof stateOf;

export interface ReadinessItem {
  readonly is: keyof typeof sayings;
  readonly said: ReadinessSaid;
  readonly state: ReadinessState;
}

const DAY_MS = 24 * 60 * 60_000;
/** Long enough to put the connection right. */
export const LEASE_LEFT_MS_MIN = DAY_MS;
/** Prices change overnight at most: an older catalogue has missed a night. */
export const CATALOGUE_AGE_MS_MAX = DAY_MS;
/** More than people and card terminals disagree by. */
export const CLOCK_OFF_MS_MAX = 2 * 60_000;
export const SCANNER_TRIED_MS_MAX = 7 * DAY_MS;
/** A till's year of facts takes less. */
export const ROOM_LEFT_BYTES_LOW = 200_000_000;
/** A busy day of facts, twice. */
export const ROOM_LEFT_BYTES_GONE = 20_000_000;

type Saying = (till: TillReadiness, now: number) => ReadinessSaid;

/** In the order in which they are shown: who can sell, with what, kept how, on what. */
const sayings = {
  people: ({ people }) => {
    if (people.able === 0) return 'nobodyCanSignIn';
    return people.able < people.all ? 'someCannotSignIn' : 'allCanSignIn';
  },
  lease: ({ leaseUntil }, now) => {
    if (now >= leaseUntil) return 'leaseOver';
    return leaseUntil - now <= LEASE_LEFT_MS_MIN ? 'leaseEndsSoon' : 'leaseRuns';
  },
  catalogue: ({ catalogue }, now) => {
    if (catalogue.version === null) return 'catalogueMissing';
    if (catalogue.currentAt === null) return 'catalogueBehind';
    return now - catalogue.currentAt > CATALOGUE_AGE_MS_MAX ? 'catalogueOld' : 'catalogueCurrent';
  },
  journal: ({ journal }) => {
    switch (journal) {
      case 'sound':
        return 'journalSound';
      case 'full':
        return 'journalFull';
      case 'cannotSave':
        return 'journalCannotSave';
      case 'fault':
        return 'journalFault';
    }
  },
  copies: ({ copies }) => {
    if (copies === 'equal') return 'copiesEqual';
    return copies === 'one' ? 'oneCopyOnly' : 'secondCopyUnwritten';
  },
  key: ({ isKeyUsable }) => (isKeyUsable ? 'keyUsable' : 'keyUnusable'),
  storage: ({ persistent }) => (persistent ? 'keptForGood' : 'mayBeCleared'),
  room: ({ room }) => {
    if (room === null) return 'roomUntold';
    const left = room.quota - room.used;
    if (left <= ROOM_LEFT_BYTES_GONE) return 'roomGone';
    return left <= ROOM_LEFT_BYTES_LOW ? 'roomLow' : 'roomEnough';
  },
  installed: ({ installed }) => (installed ? 'installed' : 'inBrowserTab'),
  clock: ({ clock }) => {
    if (clock.isInDoubt) return 'clockInDoubt';
    return Math.abs(clock.offsetMs) > CLOCK_OFF_MS_MAX ? 'clockOff' : 'clockRight';
  },
  version: ({ update }) => {
    if (update === 'wentBack') return 'wentBack';
    return update === 'waits' ? 'newVersionWaits' : 'versionRuns';
  },
  scanner: ({ scannedAt }, now) => {
    if (scannedAt === null) return 'scannerNeverTried';
    return now - scannedAt > SCANNER_TRIED_MS_MAX ? 'scannerLongAgo' : 'scannerTried';
  },
  wakeLock: ({ wakeLock }) => {
    if (wakeLock === 'absent') return 'cannotStayAwake';
    return wakeLock === 'refused' ? 'mayDoze' : 'staysAwake';
  },
} as const satisfies Record<string, Saying>;

const ITEMS = [
  'people',
  'lease',
  'catalogue',
  'journal',
  'copies',
  'key',
  'storage',
  'room',
  'installed',
  'clock',
  'version',
  'scanner',
  'wakeLock',
] as const satisfies readonly (keyof typeof sayings)[];

/** @param now anchored milliseconds since 1970. */
export function readinessItems(till: TillReadiness, now: number): readonly ReadinessItem[] {
  return ITEMS.map((is) => {
    const said = sayings[is](till, now);
    return { is, said, state: stateOf[said] };
  });
}

export type ReadinessLight = Exclude<ReadinessState, 'note'>;

/** The gravest of them; what is only good to know changes no light. */
export function readinessLight(items: readonly ReadinessItem[]): ReadinessLight {
  if (items.some(({ state }) => state === 'act')) return 'act';
  return items.some(({ state }) => state === 'mind') ? 'mind' : 'ready';
}
