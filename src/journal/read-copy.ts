/** Reads a second copy of the journal's tail: journal lines, of which the last may be torn. Whatever is whole is kept. */
import { readJournalLine } from './journal-line.ts';
import type { MadeFact } from './make-fact.ts';
import { readFact } from './read-fact.ts';

/** Facts of one incarnation that follow each other, in order. */
export interface CopiedRun {
  readonly inc: string;
  readonly facts: readonly [MadeFact, ...MadeFact[]];
}

export interface ReadCopy {
  readonly runs: readonly CopiedRun[];
  /** A line was torn or altered; what it said is not known. */
  readonly isDamaged: boolean;
}

export async function readCopy(text: string): Promise<ReadCopy> {
  const lines = text.split('\n').filter((line) => line !== '');
  const facts = await Promise.all(lines.map(readLine));
  const whole = facts.filter((made) => made !== null);
  return { runs: runsOf(whole), isDamaged: whole.length < facts.length };
}

async function readLine(line: string): Promise<MadeFact | null> {
  const recorded = readJournalLine(line);
  const made = recorded === null ? null : await readFact(recorded.bytes);
  return made !== null && made.hash === recorded?.hash ? made : null;
}

function runsOf(facts: readonly MadeFact[]): CopiedRun[] {
  return facts.reduce<CopiedRun[]>((runs, made) => {
    const last = runs.at(-1);
    const tip = last?.facts.at(-1);
    if (tip?.hash === made.hash) return runs;
    const follows = tip?.fact.inc === made.fact.inc && tip.hash === made.fact.prev;
    if (last === undefined || !follows) return [...runs, { inc: made.fact.inc, facts: [made] }];
    return [...runs.slice(0, -1), { inc: last.inc, facts: [...last.facts, made] }];
  }, []);
}
