/**
 * The everyday repeat, a batch whose answer was lost, told from heads alone: its last line is the fact the ledger has at the end of
 * that chain, and each line names the one before. No fact is parsed, no signature checked, no head locked.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { PushHeader } from '../../protocol/push.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import { readChain } from './held-facts.ts';
import type { HeadAnswer } from './probe-head.ts';

export interface RepeatAnswer extends HeadAnswer {
  readonly quarantined: readonly number[];
}

/** @returns null when it is no such repeat, and must be placed. */
export async function answerRepeat(
  database: Queryable,
  { till, inc, from }: Pick<PushHeader, 'till' | 'inc' | 'from'>,
  lines: readonly string[],
): Promise<RepeatAnswer | null> {
  const chain = await readChain(database, till, inc);
  const last = from + lines.length - 1;
  if (chain === null || chain.head.no !== last || chain.holeTo >= from) return null;
  if (hashOf(lines.at(-1) ?? '') !== chain.head.hash || !isLinked(lines)) return null;
  const quarantined = await readQuarantined(database, till, inc, { from, to: last });
  return { head: chain.head, forkedAt: chain.forkedAt, expected: null, quarantined };
}

/** From the end, whose hash is proved: a line that names the hash of the one before proves that one too. */
function isLinked(lines: readonly string[]): boolean {
  return lines.every((line, index) => {
    const before = lines[index - 1];
    return before === undefined || line.includes(`"prev":"${hashOf(before)}"`);
  });
}

function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

async function readQuarantined(
  database: Queryable,
  till: string,
  inc: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number[]> {
  const rows = await queryRows(
    database,
    `select distinct no from evertill.fact
     where till = $1 and inc = $2 and no between $3 and $4 and quarantined is not null order by no`,
    [till, inc, from, to],
    z.object({ no: z.int() }),
  );
  return rows.map((row) => row.no);
}
