/** The clocks of a simulated tablet: its own, which people and batteries set wrong, and the till's real anchored one. */
import { hearServer, startClock, tellTime, type TillClock } from '../identity/clock-anchor.ts';
import type { Contact } from '../local-db/contact.ts';
import type { Clock } from '../sync/ports.ts';
import type { World } from './world.ts';

export interface TabletClock extends Clock {
  readonly hear: (serverTime: number) => void;
  /** The latest jump that was not written down yet, in milliseconds; 0 when there was none. */
  readonly takeJump: () => number;
}

/** @param offset how far the tablet's own clock is off the true time; may change at any moment. */
export function startTabletClock(
  world: World,
  offset: () => number,
  contact: Contact | null,
  lastKnown: number,
): TabletClock {
  const bootedAt = world.now();
  const reading = (): { wall: number; mono: number } => ({
    wall: world.now() + offset(),
    mono: world.now() - bootedAt,
  });
  let clock: TillClock = startClock(reading(), contact, lastKnown);
  let jump = 0;
  return {
    wall: () => reading().wall,
    mono: () => reading().mono,
    anchored: () => {
      const told = tellTime(clock, reading());
      clock = told.clock;
      jump += told.jumpMs ?? 0;
      return told.anchored;
    },
    hear: (serverTime) => {
      clock = hearServer(reading(), serverTime);
    },
    takeJump: () => {
      const taken = jump;
      jump = 0;
      return taken;
    },
  };
}
