/**
 * Importing a till's journal from a file:
 *
 *     choose ──▶ read and check ──▶ preview ──▶ bring stretch by stretch ──▶ done, or stopped half-way (once more changes nothing)
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalHeldSchema, notedSchema } from '../../protocol/office-till-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { sendStretch } from '../ask/send-stretch.ts';
import { useJournalReader, type JournalPreview, type JournalReader } from './journal-reader.ts';

export type ImportState =
  | { readonly is: 'choosing'; readonly trouble: 'none' | 'unreadable' | 'foreign' | 'outage' }
  | { readonly is: 'reading'; readonly read: number }
  | ({ readonly is: 'preview' } & Previewed)
  | ({ readonly is: 'importing'; readonly brought: number } & Previewed)
  | ({ readonly is: 'imported'; readonly appended: number } & Previewed)
  | ({ readonly is: 'stopped'; readonly appended: number; readonly why: StopReason } & Previewed);

export interface Previewed {
  readonly file: File;
  readonly preview: JournalPreview;
  /** As the business calls it today. */
  readonly tillName: string;
  readonly fresh: FreshCounts;
}

export interface FreshCounts {
  readonly facts: number;
  readonly receipts: number;
  readonly value: number;
}

export type StopReason =
  | { readonly is: 'outage' }
  | { readonly is: 'refused'; readonly title: string }
  /** The ledger needs an earlier fact, which the file does not have. */
  | { readonly is: 'gap'; readonly expected: number };

class Stopped extends Error {
  readonly why: StopReason;
  constructor(why: StopReason) {
    super(why.is);
    this.why = why;
  }
}

export function useJournalImport() {
  const reader = useJournalReader();
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>({ is: 'choosing', trouble: 'none' });

  const choose = async (file: File): Promise<void> => {
    setState({ is: 'reading', read: 0 });
    setState(await previewed(reader, file, (read) => setState({ is: 'reading', read })));
  };
  const bring = async (known: Previewed): Promise<void> => {
    setState({ ...known, is: 'importing', brought: 0 });
    setState(
      await brought(reader, known, (facts) => setState({ ...known, is: 'importing', brought: facts })),
    );
    await client.invalidateQueries();
  };
  return {
    state,
    choose: (file: File) => void choose(file),
    bring: (known: Previewed) => void bring(known),
    startOver: () => setState({ is: 'choosing', trouble: 'none' }),
  };
}

async function previewed(
  reader: JournalReader,
  file: File,
  onProgress: (read: number) => void,
): Promise<ImportState> {
  const preview = await reader.preview(file, onProgress).catch(() => null);
  if (preview === null) return { is: 'choosing', trouble: 'unreadable' };
  try {
    const { name, held } = await askPeople({ path: journalPath(preview.till), answer: journalHeldSchema });
    const upTo = new Map(held.map(({ inc, no }) => [inc, no]));
    return { is: 'preview', file, preview, tillName: name, fresh: countFresh(preview, upTo) };
  } catch (error) {
    return { is: 'choosing', trouble: troubleOf(error).is === 'outage' ? 'outage' : 'foreign' };
  }
}

/** What the ledger does not hold yet. */
function countFresh({ facts, receipts }: JournalPreview, upTo: ReadonlyMap<string, number>): FreshCounts {
  const isFresh = ({ inc, no }: { readonly inc: string; readonly no: number }) => no > (upTo.get(inc) ?? 0);
  const fresh = receipts.filter(isFresh);
  return {
    facts: facts.filter(isFresh).length,
    receipts: fresh.length,
    value: fresh.reduce((sum, { gross }) => sum + gross, 0),
  };
}

async function brought(
  reader: JournalReader,
  known: Previewed,
  onProgress: (facts: number) => void,
): Promise<ImportState> {
  let [facts, appended] = [0, 0];
  try {
    await reader.eachStretch(known.file, async (body, count) => {
      const sent = await sendStretch(body);
      if (sent.is !== 'taken') throw new Stopped(sent);
      const { expected } = sent.answer;
      if (expected !== null) throw new Stopped({ is: 'gap', expected });
      facts += count;
      appended += sent.answer.appended;
      onProgress(facts);
    });
    await writeDown(known, facts, appended);
    return { ...known, is: 'imported', appended };
  } catch (error) {
    const why: StopReason = error instanceof Stopped ? error.why : { is: 'outage' };
    return { ...known, is: 'stopped', appended, why };
  }
}

function writeDown(
  { preview: { till, madeAt } }: Previewed,
  facts: number,
  appended: number,
): Promise<unknown> {
  return askPeople({ path: journalPath(till), body: { madeAt, facts, appended }, answer: notedSchema });
}

function journalPath(till: string): string {
  return `/tills/${encodeURIComponent(till)}/journal`;
}
