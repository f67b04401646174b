/** How the office reads an exported journal: the reading itself needs the journal's own rules, so the app hands it in. */
import { createContext, useContext } from 'react';
import type { JournalFault } from '../../protocol/journal-fault.ts';

export interface JournalReader {
  /** Reads the whole file and checks it. @returns null when it is no exported journal. */
  readonly preview: (file: File, onProgress: (read: number) => void) => Promise<JournalPreview | null>;
  /** Gives each proved stretch as the body of an import request, in order, one at a time. */
  readonly eachStretch: (file: File, send: (body: string, facts: number) => Promise<void>) => Promise<void>;
}

export interface JournalPreview {
  readonly till: string;
  readonly tillName: string;
  readonly madeAt: number;
  readonly runs: readonly {
    readonly inc: string;
    readonly series: string;
    readonly from: number;
    readonly to: number;
  }[];
  /** What is proved; with a fault, what lies before it. */
  readonly facts: readonly { readonly inc: string; readonly no: number }[];
  readonly receipts: readonly PreviewedReceipt[];
  readonly fault: JournalFault | null;
}

export interface PreviewedReceipt {
  readonly inc: string;
  readonly no: number;
  readonly receipt: string;
  readonly gross: number;
}

export const JournalReaderContext = createContext<JournalReader | null>(null);

export function useJournalReader(): JournalReader {
  const reader = useContext(JournalReaderContext);
  if (reader === null) throw new TypeError('an office without a reader of journals');
  return reader;
}
