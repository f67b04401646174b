/** The two copies of a journal as one: the second fills what the first lost. Where they differ both are kept, each as it is. */
import type { HeldBranch, HeldFact } from '../journal/export-source.ts';
import type { CopiedRun } from '../journal/read-copy.ts';

export async function mergeCopies(
  stored: readonly HeldBranch[],
  copied: readonly CopiedRun[],
): Promise<HeldBranch[]> {
  const branches = [...stored];
  for (const run of copied) {
    const index = branches.findIndex(({ inc }) => inc === run.inc);
    const [base] = branches.splice(index < 0 ? branches.length : index, 1);
    branches.push(...(await merged(base ?? nothingOf(run), run)));
  }
  return branches;
}

async function merged(base: HeldBranch, run: CopiedRun): Promise<HeldBranch[]> {
  const numbers = await base.numbers();
  const held = new Set(numbers);
  const facts = run.facts.map(({ fact, bytes, hash }) => ({ no: fact.no, bytes, hash, prev: fact.prev }));
  const lost = facts.filter(({ no }) => !held.has(no));
  const both = await Promise.all(
    facts
      .filter(({ no }) => held.has(no))
      .map(async (fact) => ({ fact, own: (await base.facts(fact.no, fact.no))[0] })),
  );
  const differs = both.find(({ fact, own }) => own?.hash !== fact.hash)?.fact.no;
  if (differs === undefined) return lost.length === 0 ? [base] : [filled(base, numbers, lost)];
  // From where they differ the copy is another history: sent too, as evidence.
  return [
    base,
    branchOf(
      base,
      facts.filter(({ no }) => no >= differs),
    ),
  ];
}

function filled(base: HeldBranch, numbers: readonly number[], lost: readonly HeldFact[]): HeldBranch {
  const extra = branchOf(base, lost);
  const all = [...numbers, ...lost.map(({ no }) => no)].sort((one, other) => one - other);
  return {
    ...base,
    numbers: () => Promise.resolve(all),
    facts: async (from, to) => {
      const [own, more] = await Promise.all([base.facts(from, to), extra.facts(from, to)]);
      return [...own, ...more].sort((one, other) => one.no - other.no);
    },
  };
}

function branchOf({ inc, series }: HeldBranch, facts: readonly HeldFact[]): HeldBranch {
  return {
    inc,
    series,
    numbers: () => Promise.resolve(facts.map(({ no }) => no)),
    facts: (from, to) => Promise.resolve(facts.filter(({ no }) => no >= from && no <= to)),
  };
}

function nothingOf({ inc }: CopiedRun): HeldBranch {
  return { inc, series: 'found', numbers: () => Promise.resolve([]), facts: () => Promise.resolve([]) };
}
