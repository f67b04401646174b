/** Who does something at a simulated till, and when. */
import type { Acting } from '../local-db/acting.ts';
import type { SyncStatus } from '../sync/link-board.ts';
import { TRIAL_DAY } from '../testing/trial-shop.ts';
import type { TabletClock } from './tablet-clock.ts';

export function stampAct(status: SyncStatus | undefined, clock: TabletClock, app: string): Acting {
  const anchored = clock.anchored();
  const day = anchored > 0 ? new Date(anchored).toISOString().slice(0, 10) : TRIAL_DAY;
  return {
    staff: 'amara',
    how: 'pin',
    moment: { wall: clock.wall(), mono: clock.mono(), anchored, day },
    link: { signIn: status?.signIn.is ?? 'unknown', sending: status?.sending.is ?? 'unknown' },
    app,
  };
}
