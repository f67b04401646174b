/**
 * The everyday repeat, a batch whose answer was lost, told from heads alone: its last line is the fact the ledger has at the end of
 * that chain, each line names the one before, and so did what is held. No fact is parsed, no signature checked, no head locked.
 */
import { createHash } from 'node:crypto';
import type { PushHeader } from '../../protocol/push.ts';
import type { Queryable } from '../database/query-rows.ts';
import { readChain } from './held-facts.ts';
import type { HeadAnswer } from './probe-head.ts';

export interface RepeatAnswer extends HeadAnswer {
  /** None: what cannot be read is never told from heads. */
  readonly quarantined: readonly [];
}

/** @returns null when it is no such repeat, and must be placed. */
export async function answerRepeat(
  database: Queryable,
  { till, inc, from }: Pick<PushHeader, 'till' | 'inc' | 'from'>,
  lines: readonly string[],
): Promise<RepeatAnswer | null> {
  const chain = await readChain(database, till, inc);
  const last = from + lines.length - 1;
  if (chain === null || chain.head.no !== last || chain.doubtTo >= from) return null;
  if (hashOf(lines.at(-1) ?? '') !== chain.head.hash || !isLinked(lines)) return null;
  return { head: chain.head, forkedAt: chain.forkedAt, expected: null, quarantined: [] };
}

/**
 * From the end, whose hash is proved: a line that names the hash of the one before proves that one too. A fact's own `prev` comes
 * after its body, which may hold anything.
 */
function isLinked(lines: readonly string[]): boolean {
  return lines.every((line, index) => {
    const before = lines[index - 1];
    return before === undefined || line.startsWith(`"prev":"${hashOf(before)}"`, line.lastIndexOf('"prev":'));
  });
}

function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
