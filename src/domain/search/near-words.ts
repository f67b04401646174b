/**
 * Finds words a few typing errors away: a letter too many, too few, wrong, or two changed places (optimal string alignment).
 * The words are walked in their sort sequence, so what one shares with the one before is computed once, and a beginning that
 * is already too far away is passed over with all that begin so.
 */
import type { WordIndex } from './word-index.ts';

/** `edits` to the whole word, or, with `isBeginning`, to a beginning of it: the rest is not typed yet. */
export interface NearWord {
  readonly word: number;
  readonly edits: number;
  readonly isBeginning: boolean;
}

/** Longer words are compared by their beginning. */
const DEPTH_MAX = 40;

export function nearWords({ words, shared }: WordIndex, typed: string, editsMax: number): NearWord[] {
  const found: NearWord[] = [];
  const walk = makeWalk(typed, editsMax);
  // Words that share more than this with the one before begin as one that was given up.
  let givenUp = Infinity;
  let depth = 0;
  for (let word = 0; word < words.length; word += 1) {
    const same = shared[word] ?? 0;
    if (same > givenUp) continue;
    givenUp = Infinity;
    const letters = words[word] ?? '';
    depth = Math.min(same, depth);
    const end = Math.min(letters.length, DEPTH_MAX);
    while (depth < end && givenUp === Infinity) {
      walk.step(letters, depth);
      depth += 1;
      if (walk.leastAt(depth) > editsMax && walk.bestUpTo(depth) > editsMax) givenUp = depth - 1;
    }
    if (givenUp !== Infinity) continue;
    const whole = walk.wholeAt(depth);
    if (whole <= editsMax) found.push({ word, edits: whole, isBeginning: false });
    else if (walk.bestUpTo(depth) <= editsMax)
      found.push({ word, edits: walk.bestUpTo(depth), isBeginning: true });
  }
  return found;
}

interface Walk {
  /** Computes the row of the beginning that ends with this letter. */
  readonly step: (letters: string, depth: number) => void;
  /** The least number of edits any longer word can have. */
  readonly leastAt: (depth: number) => number;
  /** Edits between what was typed and the beginning of this length. */
  readonly wholeAt: (depth: number) => number;
  /** The least of those, over all beginnings up to this length. */
  readonly bestUpTo: (depth: number) => number;
}

function makeWalk(typed: string, editsMax: number): Walk {
  const width = typed.length + 1;
  const far = editsMax + 1;
  const rows = new Uint8Array((DEPTH_MAX + 1) * width);
  const least = new Uint8Array(DEPTH_MAX + 1);
  const best = new Uint8Array(DEPTH_MAX + 1);
  for (let place = 0; place < width; place += 1) rows[place] = Math.min(place, far);
  best[0] = wholeAt(0);

  function step(letters: string, before: number): void {
    const depth = before + 1;
    const [row, above] = [depth * width, before * width];
    const letter = letters.charCodeAt(before);
    const letterBefore = letters.charCodeAt(before - 1);
    // Further from the diagonal than this, every cell is too far away.
    const from = Math.max(1, depth - editsMax);
    const to = Math.min(width - 1, depth + editsMax);
    let low = Math.min(depth, far);
    rows[row + from - 1] = from === 1 ? low : far;
    if (from > 1) low = far;
    for (let place = from; place <= to; place += 1) {
      const typedLetter = typed.charCodeAt(place - 1);
      let edits = (rows[above + place - 1] ?? far) + (typedLetter === letter ? 0 : 1);
      const tooMany = (rows[above + place] ?? far) + 1;
      const tooFew = (rows[row + place - 1] ?? far) + 1;
      if (tooMany < edits) edits = tooMany;
      if (tooFew < edits) edits = tooFew;
      if (depth > 1 && place > 1 && typedLetter === letterBefore && typed.charCodeAt(place - 2) === letter) {
        const changed = (rows[above - width + place - 2] ?? far) + 1;
        if (changed < edits) edits = changed;
      }
      if (edits > far) edits = far;
      rows[row + place] = edits;
      if (edits < low) low = edits;
    }
    if (to < width - 1) rows[row + to + 1] = far;
    least[depth] = low;
    best[depth] = Math.min(best[before] ?? far, wholeAt(depth));
  }

  /** A beginning that is much shorter or longer than what was typed is too far away. */
  function wholeAt(depth: number): number {
    return depth + editsMax < width - 1 || depth - editsMax > width - 1
      ? far
      : (rows[depth * width + width - 1] ?? far);
  }

  return {
    step,
    leastAt: (depth) => least[depth] ?? far,
    wholeAt,
    bestUpTo: (depth) => best[depth] ?? far,
  };
}
