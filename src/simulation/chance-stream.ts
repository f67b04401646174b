/** Chance from a seed: one stream per concern, so that drawing more of one changes nothing of another. */
export interface ChanceStream {
  /** At least 0, below 1. */
  readonly fraction: () => number;
  /** Whole, at least `from`, at most `to`. */
  readonly whole: (from: number, to: number) => number;
  /** Whether something of that likelihood happens. */
  readonly happens: (likelihood: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

export function chanceStream(seed: number, concern: string): ChanceStream {
  let state = mix(seed, concern);
  const fraction = (): number => {
    // Mulberry32: small, quick, and the same on every machine.
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    whole,
    happens: (likelihood) => fraction() < likelihood,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
  };
}

/**
 * FNV-1a over the seed's digits and the concern's letters, begun from the seed. Two digits at least: one alone would cancel out
 * against the seed that it begins from, and seeds 1 to 9 would be one.
 */
function mix(seed: number, concern: string): number {
  let word = (seed ^ 0x811c9dc5) >>> 0;
  for (const letter of `${String(seed).padStart(2, '0')}/${concern}`)
    word = Math.imul(word ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return word;
}
