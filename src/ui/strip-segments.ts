/** The strip of receipts as a few drawn pieces: every number accounted for, and no hole ever too small to be seen. */

export type StripState = 'received' | 'here' | 'unreadable' | 'lost';

/** So many receipt numbers in a row that are in the same state. */
export interface StripSegment {
  readonly is: StripState;
  readonly count: number;
}

/** More pieces than this cannot be told apart in the width of a table's column. */
export const STRIP_PIECES_MAX = 24;

/** The pieces to draw, in order. Where there are too many, each piece shows the gravest state of its share: a hole is never painted over. */
export function stripPieces(segments: readonly StripSegment[]): readonly StripSegment[] {
  const merged = mergeNeighbours(segments.filter((segment) => segment.count > 0));
  return merged.length <= STRIP_PIECES_MAX ? merged : mergeNeighbours(gravestShares(merged));
}

/** How many numbers are in each state; these are true counts, whatever the drawing had to simplify. */
export function stripCounts(segments: readonly StripSegment[]): Readonly<Record<StripState, number>> {
  const counts = { received: 0, here: 0, unreadable: 0, lost: 0 };
  for (const segment of segments) counts[segment.is] += segment.count;
  return counts;
}

/** From the calmest to the gravest. */
export const STRIP_STATES = [
  'received',
  'here',
  'unreadable',
  'lost',
] as const satisfies readonly StripState[];

function mergeNeighbours(segments: readonly StripSegment[]): readonly StripSegment[] {
  const merged: StripSegment[] = [];
  for (const segment of segments) {
    const before = merged.at(-1);
    if (before?.is === segment.is)
      merged[merged.length - 1] = { is: before.is, count: before.count + segment.count };
    else merged.push(segment);
  }
  return merged;
}

function gravestShares(segments: readonly StripSegment[]): readonly StripSegment[] {
  const total = segments.reduce((sum, segment) => sum + segment.count, 0);
  const shares: StripSegment[] = [];
  for (let share = 0; share < STRIP_PIECES_MAX; share += 1) {
    const from = (share * total) / STRIP_PIECES_MAX;
    const to = ((share + 1) * total) / STRIP_PIECES_MAX;
    shares.push({ is: gravestBetween(segments, from, to), count: to - from });
  }
  return shares;
}

function gravestBetween(segments: readonly StripSegment[], from: number, to: number): StripState {
  let start = 0;
  let gravest = 0;
  for (const segment of segments) {
    const end = start + segment.count;
    if (start < to && end > from) gravest = Math.max(gravest, STRIP_STATES.indexOf(segment.is));
    start = end;
  }
  return STRIP_STATES[gravest] ?? 'lost';
}
