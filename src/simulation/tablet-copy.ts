/** The second copy on a simulated tablet: files that outlive its database, and what can become of them. */
import type { CopyReading } from '../journal/compare-copies.ts';
import { writeJournalLine, type RecordedFact } from '../journal/journal-line.ts';
import { readCopy } from '../journal/read-copy.ts';
import type { CopiedTail } from '../local-db/copy-tail.ts';
import type { ChanceStream } from './chance-stream.ts';
import { harmedLine, harmedPlace, type LineFault } from './harm-line.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

export type CopyFault = 'unreadable' | LineFault;

export interface TabletCopy {
  /** False on an engine without such files. */
  readonly isThere: boolean;
  readonly read: () => Promise<CopyReading>;
  /** For one run of the app: what it had not written when it died is never written. */
  readonly writer: (life: Life) => CopiedTail;
  /** Hashes of the facts that can still be read. */
  readonly hashes: () => string[];
  readonly harm: (fault: CopyFault) => void;
  readonly erase: () => void;
}

interface Line {
  readonly hash: string;
  readonly text: string;
}

const APPEND_MS = 1;

export function makeTabletCopy(world: World, name: string, isThere: boolean): TabletCopy {
  const chance = world.chance(`copy ${name}`);
  let files: Line[][] = [];
  let isUnreadable = false;
  const writer = (life: Life): CopiedTail => {
    const soon = (act: () => void): Promise<void> =>
      new Promise((resolve) => {
        world.after(APPEND_MS, life, () => {
          act();
          resolve();
        });
      });
    return {
      begin: () => soon(() => files.push([])),
      append: (facts) => soon(() => files.at(-1)?.push(...facts.map(lineOf))),
      finish: () =>
        soon(() => {
          files = files.slice(-1);
          isUnreadable = false;
        }),
    };
  };
  return {
    isThere,
    read: async () => {
      if (isUnreadable) return { is: 'unreadable' };
      if (!isThere || files.length === 0) return { is: 'absent' };
      const lines = files.flat().map(({ text }) => `${text}\n`);
      return { is: 'read', ...(await readCopy(lines.join(''))) };
    },
    writer,
    hashes: () => (isUnreadable ? [] : files.flat().flatMap(({ hash }) => (hash === '' ? [] : [hash]))),
    harm: (fault) => {
      if (fault === 'unreadable') isUnreadable = files.length > 0;
      else files = files.map((lines) => harmed(lines, fault, chance));
    },
    erase: () => {
      files = [];
      isUnreadable = false;
    },
  };
}

function lineOf(fact: RecordedFact): Line {
  return { hash: fact.hash, text: writeJournalLine(fact) };
}

function harmed(lines: readonly Line[], fault: LineFault, chance: ChanceStream): Line[] {
  if (lines.length === 0) return [];
  const at = harmedPlace(lines.length, fault, chance);
  return lines.map((line, index) => (index === at ? { hash: '', text: harmedLine(line.text, fault) } : line));
}
