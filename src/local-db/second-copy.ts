/**
 * The journal's second copy: its unsent tail, as journal lines in files of the browser's own file system (OPFS), which outlive
 * the loss of every database. A rewrite goes to a new file beside the old one, which goes only when the new one is whole.
 */
import type { CopyReading } from '../journal/compare-copies.ts';
import type { RecordedFact } from '../journal/journal-line.ts';

export interface SecondCopy {
  readonly read: () => Promise<CopyReading>;
  /** What `mark` kept, whatever became of the databases; null when there is nothing. */
  readonly marker: () => Promise<string | null>;
  readonly mark: (marker: string) => Promise<void>;
  /** On disk when it resolves. */
  readonly append: (facts: readonly RecordedFact[]) => Promise<void>;
  /** What is appended from now on goes to a new file. */
  readonly begin: () => Promise<void>;
  /** The new file tells everything: those before it go. */
  readonly finish: () => Promise<void>;
  /** Takes the copy and its marker away: this tablet is to be no till any more. */
  readonly erase: () => Promise<void>;
  readonly close: () => void;
}
