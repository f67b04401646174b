/** Which unbroken runs a tablet holds of its journal, and their facts: the same whether read through the app or by rescue. */
import type { RecordedFact } from './journal-line.ts';
import type { ExportSource, UnsignedRun } from './write-journal-export.ts';

export interface HeldFact extends RecordedFact {
  readonly no: number;
  readonly prev: string;
}

/** Facts of one incarnation that lie together; where two copies of it differ there are two of these. */
export interface HeldBranch {
  readonly inc: string;
  readonly series: string;
  /** Every number held, rising. */
  readonly numbers: () => Promise<readonly number[]>;
  /** Facts `from` to `to`, both included, all of them held. */
  readonly facts: (from: number, to: number) => Promise<readonly HeldFact[]>;
}

/** Read at once; a file of any length passes through in portions. */
const PORTION_FACTS = 500;

export interface HeldSource extends ExportSource {
  /** Facts `from` to `to` of a run, both included. */
  readonly between: (run: UnsignedRun, from: number, to: number) => Promise<readonly HeldFact[]>;
}

/** @param branches oldest first. */
export async function exportSource(branches: readonly HeldBranch[]): Promise<HeldSource> {
  const held = new Map<UnsignedRun, HeldBranch>();
  for (const branch of branches) {
    for (const [from, to] of unbroken(await branch.numbers()))
      held.set(await runOf(branch, from, to), branch);
  }
  const between: HeldSource['between'] = (run, from, to) => {
    const branch = held.get(run);
    if (branch === undefined) throw new RangeError('a run of another source');
    return branch.facts(from, to);
  };
  return { runs: [...held.keys()], between, facts: (run) => portionsOf(between, run) };
}

/** Where numbers follow each other without a gap: first and last of each run. */
function unbroken(numbers: readonly number[]): [number, number][] {
  return numbers.reduce<[number, number][]>((runs, no) => {
    const last = runs.at(-1);
    if (last?.[1] === no - 1) last[1] = no;
    else runs.push([no, no]);
    return runs;
  }, []);
}

async function runOf(branch: HeldBranch, from: number, to: number): Promise<UnsignedRun> {
  const [[first], [last]] = await Promise.all([branch.facts(from, from), branch.facts(to, to)]);
  if (first === undefined || last === undefined)
    throw new RangeError('a journal lost a fact while it was read');
  const { inc, series } = branch;
  return { inc, series, from, prevHash: first.prev, head: { no: to, hash: last.hash } };
}

async function* portionsOf(
  between: HeldSource['between'],
  run: UnsignedRun,
): AsyncGenerator<readonly HeldFact[]> {
  for (let from = run.from; from <= run.head.no; from += PORTION_FACTS) {
    yield await between(run, from, Math.min(run.head.no, from + PORTION_FACTS - 1));
  }
}
