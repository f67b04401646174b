/** The server's clock. `--clock DAY` moves it so that a drill of a past day is taxed and dated as that day. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Milliseconds since 1970. */
export type Clock = () => number;

/** A shop's morning, safely inside the day in every zone of the drill's shops. */
const startOfPretence = 'T09:00:00Z';
/** A server that starts again within the drilled day goes on in it; later it is another drill of that day. */
const pretenceMsMax = 24 * 60 * 60_000;

const keptSchema = z.object({ day: z.string(), offsetMs: z.number() });

/**
 * @param folder keeps the offset, so that a drill's server that was killed goes on where it was and no time is told twice.
 * @param now real milliseconds since 1970.
 * @returns what to add to the real time.
 */
export async function clockOffsetMs(day: string | null, folder: string, now: number): Promise<number> {
  if (day === null) return 0;
  const path = join(folder, 'clock.json');
  const start = Date.parse(`${day}${startOfPretence}`);
  const kept = await readKept(path);
  if (kept?.day === day && isWithin(now + kept.offsetMs - start)) return kept.offsetMs;
  const offsetMs = start - now;
  await writeFile(path, JSON.stringify({ day, offsetMs }), { flush: true });
  return offsetMs;
}

export function serverClock(offsetMs: number): Clock {
  return () => Date.now() + offsetMs;
}

function isWithin(elapsedMs: number): boolean {
  return elapsedMs >= 0 && elapsedMs < pretenceMsMax;
}

/** Whatever is wrong with the file, a drill can begin anew. */
async function readKept(path: string): Promise<z.infer<typeof keptSchema> | undefined> {
  try {
    return keptSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
