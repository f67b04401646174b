/** Keeps a second copy alike with the journal's unsent tail, on whatever the journal lies; what head office has is left out in time. */
import type { Branch } from '../journal/branch.ts';
import type { RecordedFact } from '../journal/journal-line.ts';
import type { SecondCopy } from './second-copy.ts';

const FACTS_AT_ONCE = 500;
/** The file is written anew when it has so many more lines than wait. */
const LINES_SPARE = 64;

export interface TailSource {
  readonly branches: () => Promise<readonly Branch[]>;
  /** Facts with a higher number than `no`, in order. */
  readonly factsAfter: (
    inc: string,
    no: number,
    limit: number,
  ) => Promise<readonly (RecordedFact & { readonly no: number })[]>;
}

export type CopiedTail = Pick<SecondCopy, 'begin' | 'append' | 'finish'>;

/**
 * @param report told of what keeps the copy from being written, and of null when it is whole again.
 * @returns to be called after each change; resolves when the copy has caught up, and is never run twice at once.
 */
export function tailCopier(
  source: TailSource,
  copy: CopiedTail,
  report: (trouble: string | null) => void,
): () => Promise<void> {
  let file: CopiedFile | null = null;
  let isBusy = false;
  let isAskedAgain = false;

  async function catchUp(): Promise<void> {
    const branches = await source.branches();
    if (branches.length === 0) return;
    const isNew = file === null || isOutgrown(file, branches);
    if (isNew) {
      await copy.begin();
      file = newFile(branches);
    }
    if (file !== null) await appendMissing(source, copy, file, branches);
    if (isNew) await copy.finish();
  }

  return async () => {
    isAskedAgain = true;
    if (isBusy) return;
    isBusy = true;
    while (isAskedAgain) {
      isAskedAgain = false;
      try {
        await catchUp();
        report(null);
      } catch (error) {
        // The journal itself is safe; the next fact begins a new file.
        file = null;
        report(String(error));
      }
    }
    isBusy = false;
  };
}

/** Numbers by incarnation. */
interface CopiedFile {
  /** The file tells nothing up to here. */
  readonly base: ReadonlyMap<string, number>;
  readonly copied: Map<string, number>;
  lines: number;
}

function newFile(branches: readonly Branch[]): CopiedFile {
  const base = new Map(branches.map((branch) => [branch.inc, baseOf(branch)]));
  return { base, copied: new Map(base), lines: 0 };
}

/** The last fact that head office has stays too: with it a database that lost its end is noticed, though nothing waits. */
function baseOf({ is, acknowledged, from }: Branch): number {
  return is === 'current' ? Math.max(from?.no ?? 0, acknowledged.no - 1) : acknowledged.no;
}

function isOutgrown(file: CopiedFile, branches: readonly Branch[]): boolean {
  const waiting = branches.reduce((sum, { head, acknowledged }) => sum + head.no - acknowledged.no, 0);
  // A server that lost facts wants them again, so they wait again.
  const wentBack = branches.some((branch) => baseOf(branch) < (file.base.get(branch.inc) ?? 0));
  return wentBack || file.lines > LINES_SPARE + 2 * waiting;
}

async function appendMissing(
  source: TailSource,
  copy: CopiedTail,
  file: CopiedFile,
  branches: readonly Branch[],
): Promise<void> {
  for (const { inc, head } of branches) {
    while ((file.copied.get(inc) ?? 0) < head.no) {
      const rows = await source.factsAfter(inc, file.copied.get(inc) ?? 0, FACTS_AT_ONCE);
      const end = rows.at(-1);
      if (end === undefined) break;
      await copy.append(rows);
      file.copied.set(inc, end.no);
      file.lines += rows.length;
    }
  }
}
