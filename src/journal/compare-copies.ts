/**
 * The journal's database against its second copy, at boot. Pure. Nothing is overwritten, whatever they say:
 *
 *     database 1…9, copy 7…9          same                 the copy is written anew from the database
 *     database 1…9, copy 7…8          copy is shorter      as above
 *     database 1…7, copy 7…9          database is shorter  8 and 9 are put back
 *     database 1…9, copy 7…8'…9'      diverged             8' and 9' are kept as a branch of their own; a new incarnation
 *     copy torn, stop was not clean   who knows            a new incarnation, unless the database is ahead of the tear
 *     8 in both, altered in one       same                 the copy's bytes prove themselves by its hash: they are 8's again
 */
import { chainOf, type Branch } from './branch.ts';
import type { MadeFact } from './make-fact.ts';
import type { CopiedRun, ReadCopy } from './read-copy.ts';

export type CopyReading =
  /** An engine without such storage, or nothing written yet: there is one copy, which is not a fault. */
  { readonly is: 'absent' } | { readonly is: 'unreadable' } | ({ readonly is: 'read' } & ReadCopy);

export type RunVerdict =
  | { readonly is: 'within' }
  /** Facts that the database has lost; they follow its head. */
  | { readonly is: 'extends'; readonly inc: string; readonly facts: readonly MadeFact[] }
  /** Facts of another telling, or of a chain the database does not know. */
  | {
      readonly is: 'apart';
      readonly inc: string;
      readonly facts: readonly [MadeFact, ...MadeFact[]];
    };

export interface Comparison {
  readonly verdicts: readonly RunVerdict[];
  /** The current branch must be finished: its numbers may have been used by facts that we no longer know. */
  readonly needsNewIncarnation: boolean;
}

/** @returns the hash of our fact of that number in that branch; null when we hold none. */
export type HeldHash = (inc: string, no: number) => string | null;

export function compareCopies(
  branches: readonly Branch[],
  held: HeldHash,
  copy: CopyReading,
  wasStoppedCleanly: boolean,
): Comparison {
  if (copy.is === 'absent') return { verdicts: [], needsNewIncarnation: false };
  const runs = copy.is === 'read' ? copy.runs : [];
  const verdicts = runs.map((run) => judgeRun(branches, held, run));
  const current = branches.find((branch) => branch.is === 'current');
  const hasForked = verdicts.some((verdict) => verdict.is === 'apart' && verdict.inc === current?.inc);
  const isDamaged = copy.is === 'unreadable' || copy.isDamaged;
  const isInDoubt = isDamaged && !wasStoppedCleanly && !isAhead(current, runs);
  return { verdicts, needsNewIncarnation: current !== undefined && (hasForked || isInDoubt) };
}

/** What the database holds under the number of a fact; no bytes of one that was pruned. */
export interface HeldFact {
  readonly hash: string;
  readonly bytes: string | null;
}

/** Facts whose bytes have changed in the database since they were made, as the copy has them still. */
export function alteredFacts(
  branches: readonly Branch[],
  held: (inc: string, no: number) => HeldFact | null,
  runs: readonly CopiedRun[],
): { readonly inc: string; readonly made: MadeFact }[] {
  return runs.flatMap((run) =>
    branches
      .filter((branch) => chainOf(branch) === run.inc)
      .flatMap(({ inc }) =>
        run.facts.flatMap((made) => {
          const here = held(inc, made.fact.no);
          const isAltered = here?.hash === made.hash && here.bytes !== null && here.bytes !== made.bytes;
          return isAltered ? [{ inc, made }] : [];
        }),
      ),
  );
}

function judgeRun(branches: readonly Branch[], held: HeldHash, run: CopiedRun): RunVerdict {
  const telling = branches.filter((branch) => chainOf(branch) === run.inc);
  const own = telling.find((branch) => branch.inc === run.inc);
  // What an earlier boot has kept apart already is known.
  const isKnown = ({ fact, hash }: MadeFact) => telling.some(({ inc }) => held(inc, fact.no) === hash);
  const unknown = run.facts.findIndex((made) => !isKnown(made));
  const [first, ...rest] = unknown < 0 ? [] : run.facts.slice(unknown);
  if (first === undefined) return { is: 'within' };
  const follows = own?.head.no === first.fact.no - 1 && own.head.hash === first.fact.prev;
  return { is: follows ? 'extends' : 'apart', inc: run.inc, facts: [first, ...rest] };
}

/** A fact is in the database before it is copied, so a database ahead of all that the copy still tells has lost nothing. */
function isAhead(current: Branch | undefined, runs: readonly CopiedRun[]): boolean {
  const told = runs.filter((run) => run.inc === current?.inc).flatMap((run) => run.facts);
  return current !== undefined && told.length > 0 && told.every(({ fact }) => fact.no < current.head.no);
}
