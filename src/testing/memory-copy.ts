/** A second copy in memory: what the files of a tablet hold, to be cut, torn and read by tests. */
import type { CopyReading } from '../journal/compare-copies.ts';
import { writeJournalLine } from '../journal/journal-line.ts';
import { readCopy } from '../journal/read-copy.ts';
import type { SecondCopy } from '../local-db/second-copy.ts';

export interface MemoryCopy extends SecondCopy {
  readonly text: () => string;
  readonly write: (text: string) => void;
}

export function makeMemoryCopy(): MemoryCopy {
  let files: string[] = [];
  let marker: string | null = null;
  const reading = async (): Promise<CopyReading> =>
    files.length === 0 ? { is: 'absent' } : { is: 'read', ...(await readCopy(files.join(''))) };
  return {
    text: () => files.join(''),
    write: (text) => {
      files = [text];
    },
    read: reading,
    marker: () => Promise.resolve(marker),
    mark: (text) => {
      marker = text;
      return Promise.resolve();
    },
    append: (facts) => {
      const text = facts.map((fact) => `${writeJournalLine(fact)}\n`).join('');
      files = [...files.slice(0, -1), (files.at(-1) ?? '') + text];
      return Promise.resolve();
    },
    begin: () => {
      files = [...files, ''];
      return Promise.resolve();
    },
    finish: () => {
      files = files.slice(-1);
      return Promise.resolve();
    },
    erase: () => {
      files = [];
      marker = null;
      return Promise.resolve();
    },
    close: () => undefined,
  };
}
