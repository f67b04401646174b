/** Flags put together by cause and question, so that one decision is asked for once. */
import { FLAG_CAUSES } from '../../domain/settlement.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';

/** Flags of one kind about one thing: the same price at four tills is one question. */
export interface FlagQuestion {
  readonly key: string;
  readonly kind: Flag['kind'];
  /** The flag with most money: it stands for the others. */
  readonly first: Flag;
  /** Their ids. */
  readonly flags: readonly string[];
  readonly count: number;
  readonly tills: number;
  readonly value: number;
}

export interface FlagGroup {
  readonly group: Flag['group'];
  readonly questions: readonly FlagQuestion[];
}

/** @param flags in the order they matter; groups without any are left out. */
export function groupFlags(flags: readonly Flag[]): FlagGroup[] {
  return FLAG_CAUSES.map((group) => ({
    group,
    questions: questionsOf(flags.filter((flag) => flag.group === group)),
  })).filter(({ questions }) => questions.length > 0);
}

function questionsOf(flags: readonly Flag[]): FlagQuestion[] {
  const together = new Map<string, [Flag, ...Flag[]]>();
  for (const flag of flags) {
    const key = flag.subject === '' ? flag.id : `${flag.kind} ${flag.subject}`;
    const known = together.get(key);
    if (known === undefined) together.set(key, [flag]);
    else known.push(flag);
  }
  return [...together]
    .map(([key, alike]) => ({
      key,
      kind: alike[0].kind,
      first: alike[0],
      flags: alike.map((flag) => flag.id),
      count: alike.length,
      tills: new Set(alike.map((flag) => flag.till)).size,
      value: alike.reduce((sum, flag) => sum + flag.value, 0),
    }))
    .sort((left, right) => Math.abs(right.value) - Math.abs(left.value));
}
