/** A drawer and the tills whose cash goes into it; exactly one of them opens with its float and counts it. */
import type { SharedDrawer } from './shared-drawer.ts';

export interface Drawer {
  readonly id: string;
  readonly name: string;
  /** All of them; more than one where it is shared. */
  readonly tills: readonly { readonly till: string; readonly name: string }[];
  /** The till that opens with the float and counts. */
  readonly countedAt: string;
}

/** What a tablet calls its drawer that was told of none: each such till has one of its own. */
export const OWN_DRAWER = 'drawer-1';

/** Null where the drawer is that till's alone. */
export function shareOf({ tills, countedAt }: Drawer, till: string): SharedDrawer | null {
  const others = tills.flatMap((one) => (one.till === till ? [] : [one.till]));
  if (others.length === 0) return null;
  return countedAt === till ? { is: 'countedHere', others } : { is: 'countedAt', till: countedAt, others };
}

/** Tells drawers of different tills apart: `OWN_DRAWER` is another one at each till. */
export function drawerKey(till: string, drawer: string): string {
  return drawer === OWN_DRAWER ? `${drawer} of ${till}` : drawer;
}
