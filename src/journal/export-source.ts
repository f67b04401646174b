/** Which unbroken runs a tablet holds of its journal, and their facts: the same whether read through the app or by rescue. */
import type { RecordedFact } from './journal-line.ts';
import type { ExportSource, UnsignedRun } from './write-journal-export.ts';

export interface HeldFact extends RecordedFact {
  readonly prev: string;
}

/** A journal as it lies on a tablet. */
export interface HeldJournal {
  /** Oldest first. */
  readonly incarnations: () => Promise<readonly { readonly inc: string; readonly series: string }[]>;
  /** Every number held of an incarnation, rising. */
  readonly numbers: (inc: string) => Promise<readonly number[]>;
  /** Facts `from` to `to`, both included, all of them held. */
  readonly facts: (inc: string, from: number, to: number) => Promise<readonly HeldFact[]>;
}

/** Read at once; a file of any length passes through in portions. */
const PORTION_FACTS = 500;

export async function exportSource(held: HeldJournal): Promise<ExportSource> {
  const runs: UnsignedRun[] = [];
  for (const { inc, series } of await held.incarnations()) {
    for (const [from, to] of unbroken(await held.numbers(inc))) {
      runs.push(await runOf(held, { inc, series, from, to }));
    }
  }
  return { runs, facts: (run) => portionsOf(held, run) };
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

async function runOf(
  held: HeldJournal,
  {
    inc,
    series,
    from,
    to,
  }: { readonly inc: string; readonly series: string; readonly from: number; readonly to: number },
): Promise<UnsignedRun> {
  const [[first], [last]] = await Promise.all([held.facts(inc, from, from), held.facts(inc, to, to)]);
  if (first === undefined || last === undefined)
    throw new RangeError('a journal lost a fact while it was read');
  return { inc, series, from, prevHash: first.prev, head: { no: to, hash: last.hash } };
}

async function* portionsOf(held: HeldJournal, run: UnsignedRun): AsyncGenerator<readonly RecordedFact[]> {
  for (let from = run.from; from <= run.head.no; from += PORTION_FACTS) {
    yield await held.facts(run.inc, from, Math.min(run.head.no, from + PORTION_FACTS - 1));
  }
}
