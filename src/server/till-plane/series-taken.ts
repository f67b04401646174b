/** The receipt series that a till's incarnations began with, as far as the ledger knows: read only where a fork is told. */
import * as z from 'zod/mini';
import { SERIES_TOLD_MAX } from '../../protocol/limits.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

const startSchema = z.object({ kind: z.literal('journalStarted'), body: z.object({ series: z.string() }) });
const rowSchema = z.object({ bytes: z.string() });

/** @returns the newest first. */
export async function readSeriesTaken(database: Queryable, till: string): Promise<string[]> {
  const rows = await queryRows(
    database,
    `select fact.bytes from evertill.chain join evertill.fact using (till, inc)
     where till = $1 and fact.no = 1 order by fact.till_seq desc limit ${String(SERIES_TOLD_MAX)}`,
    [till],
    rowSchema,
  );
  return rows.flatMap(({ bytes }) => seriesBegunBy(bytes) ?? []);
}

/** @returns null where those bytes do not begin a journal. */
export function seriesBegunBy(bytes: string): string | null {
  try {
    return startSchema.safeParse(JSON.parse(bytes)).data?.body.series ?? null;
  } catch {
    return null;
  }
}
