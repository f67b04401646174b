/**
 * Slows guessing of passwords: so many wrong tries for one key (an e-mail, an address) within a while, then it waits. A try
 * is counted before the password is looked at, so many at once gain nothing; a right one gives its key all tries back.
 */
export interface ThrottleLimits {
  readonly triesMax: number;
  readonly whileMs: number;
}

export interface AttemptThrottle {
  /** @returns 0 when the try may go on and is counted, otherwise how many milliseconds to wait. */
  spend(key: string, now: number): number;
  /** Whether the next try would have to wait. */
  isSpent(key: string, now: number): boolean;
  giveBack(key: string): void;
}

interface Tries {
  readonly since: number;
  readonly count: number;
}

/** Beyond this many keys the oldest are forgotten: memory is worth more than a perfect count. */
const KEYS_MAX = 10_000;

export function attemptThrottle({ triesMax, whileMs }: ThrottleLimits): AttemptThrottle {
  const tries = new Map<string, Tries>();
  return {
    spend: (key, now) => {
      const known = tries.get(key);
      const current = known === undefined || now - known.since >= whileMs ? { since: now, count: 0 } : known;
      if (current.count >= triesMax) return current.since + whileMs - now;
      tries.delete(key);
      tries.set(key, { since: current.since, count: current.count + 1 });
      forgetOldest(tries);
      return 0;
    },
    isSpent: (key, now) => {
      const known = tries.get(key);
      return known !== undefined && now - known.since < whileMs && known.count >= triesMax;
    },
    giveBack: (key) => {
      tries.delete(key);
    },
  };
}

function forgetOldest(tries: Map<string, Tries>): void {
  for (const key of tries.keys()) {
    if (tries.size <= KEYS_MAX) return;
    tries.delete(key);
  }
}
