/** What syncing needs once in a year, and no sale does: loaded when it is needed. Where time does not wait for files it is given. */
import type { declareHole } from './declare-hole.ts';

export interface LateParts {
  readonly declareHole: () => Promise<typeof declareHole>;
}

export const LATE_PARTS: LateParts = {
  declareHole: async () => (await import('./declare-hole.ts')).declareHole,
};
