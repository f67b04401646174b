/** The office's side of the app: a new version comes while nobody looks, and never while a window of this browser sells. */
import { useEffect } from 'react';
import { Office } from '../office/office.tsx';
import type { JournalReader } from '../office/tills/journal-reader.ts';
import type { FreshApp } from './keep-fresh.ts';

export function OfficeApp({ fresh }: { readonly fresh: FreshApp }) {
  useEffect(() => fresh.proveStart(), [fresh]);
  // The page's visibility belongs to the browser.
  useEffect(() => {
    const report = () => fresh.reportIdle(document.visibilityState === 'hidden');
    report();
    document.addEventListener('visibilitychange', report);
    return () => document.removeEventListener('visibilitychange', report);
  }, [fresh]);
  return <Office journalReader={journalReader} />;
}

const journalReader: JournalReader = {
  preview: async (file, onProgress) =>
    (await import('./read-journal-file.ts')).previewJournal(file, onProgress),
  eachStretch: async (file, send) => (await import('./read-journal-file.ts')).eachStretch(file, send),
};
