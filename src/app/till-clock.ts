/** The till's running clock: identity's rules on this tablet's readings. */
import type { ShopPolicy } from '../domain/shop-policy.ts';
import { tradingDay, type Day } from '../domain/trading-day.ts';
import {
  hearServer,
  startClock,
  tellTime,
  type ClockReading,
  type HeardTime,
} from '../identity/clock-anchor.ts';
import type { Moment } from '../local-db/acting.ts';

export interface TillClock {
  /** What people read; milliseconds since 1970. */
  readonly now: () => number;
  readonly day: () => Day;
  /** For waits and the lease: moved by the server and the monotonic clock only. */
  readonly anchored: () => number;
  readonly moment: () => Moment;
  readonly isInDoubt: () => boolean;
  /** A sealed answer told the server's time just now. */
  readonly hear: (serverTime: number) => void;
}

export interface TillClockParts {
  readonly heard: HeardTime | null;
  readonly lastKnown: number;
  readonly policy: () => Pick<ShopPolicy, 'timeZone' | 'startOfDay'>;
  readonly onJump: (byMs: number) => void;
}

export function startTillClock({ heard, lastKnown, policy, onJump }: TillClockParts): TillClock {
  let clock = startClock(readTablet(), heard, lastKnown);
  const tell = () => {
    const reading = readTablet();
    const told = tellTime(clock, reading);
    clock = told.clock;
    if (told.jumpMs !== null) onJump(told.jumpMs);
    return { ...told, reading };
  };
  const dayOf = (likely: number) => tradingDay(likely, policy().timeZone, policy().startOfDay);
  return {
    now: () => tell().likely,
    day: () => dayOf(tell().likely),
    anchored: () => tell().anchored,
    moment: () => {
      const { anchored, likely, reading } = tell();
      return { ...reading, anchored, day: dayOf(likely) };
    },
    isInDoubt: () => clock.doubt !== null,
    hear: (serverTime) => {
      clock = hearServer(readTablet(), serverTime);
    },
  };
}

/** Whole milliseconds: facts carry no fractions. */
function readTablet(): ClockReading {
  return { wall: Date.now(), mono: Math.round(performance.now()) };
}
