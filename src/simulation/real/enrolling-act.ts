/** Who acts on a tablet that is no till yet, or not any more: the tablet itself. */
import type { Acting } from '../../local-db/acting.ts';
import { TRIAL_DAY } from '../../testing/trial-shop.ts';
import type { World } from '../world.ts';
import type { RealTablet } from './real-tablet.ts';

export function enrollingAct(world: World, { appVersion }: RealTablet): Acting {
  const now = world.now();
  return {
    staff: 'till',
    how: 'till',
    moment: { wall: now, mono: 0, anchored: now, day: TRIAL_DAY },
    link: { signIn: 'unknown', sending: 'unknown' },
    app: appVersion,
  };
}
