/** Something that can die: a run of the app, a run of the server. What it still had to do is never done. */
export interface Life {
  isOver: boolean;
  /** While it sleeps nothing of it happens. */
  isAsleep: boolean;
  /** What came due meanwhile: happens when it wakes. */
  overslept: (() => void)[];
}

export const FOREVER: Life = newLife();

export function newLife(): Life {
  return { isOver: false, isAsleep: false, overslept: [] };
}
