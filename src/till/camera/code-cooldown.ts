/** A code held before the camera counts once: it must have been out of sight for a while before it counts again. Pure. */
export const OUT_OF_SIGHT_MS = 1_500;

/** When each code was seen last, in milliseconds. */
export type Sightings = ReadonlyMap<string, number>;

export interface Seen {
  readonly sightings: Sightings;
  readonly counts: boolean;
}

export function see(sightings: Sightings, code: string, now: number): Seen {
  const recent = [...sightings].filter(([, at]) => now - at < OUT_OF_SIGHT_MS);
  return { sightings: new Map([...recent, [code, now]]), counts: !recent.some(([seen]) => seen === code) };
}
