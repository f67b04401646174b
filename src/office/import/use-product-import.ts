/**
 * Importing products from a file:
 *
 *     choose ──▶ columns ──▶ taxes and categories ──▶ compare ──▶ preview ──▶ carry out ──▶ done ──▶ (undo)
 *
 * Where head office stops answering, it stands still and goes on from there.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { BeginImport, ImportDetail, ImportSource, ImportState } from '../../protocol/import-messages.ts';
import { changeFailure } from '../ask/change-failure.ts';
import type { ImportColumns } from './import-columns.ts';
import type { FileRefusal, OpenedFile, ReadFile } from './import-file-messages.ts';
import { openImportFile, type ImportFile } from './import-file.ts';
import { bringRows, carryOut, readImport } from './send-import.ts';

export interface ChosenFile {
  readonly name: string;
  readonly opened: OpenedFile;
}

export interface ReadChosen extends ChosenFile {
  readonly source: ImportSource;
  readonly columns: ImportColumns;
  readonly read: ReadFile;
}

export interface Meaning {
  readonly taxes: Readonly<Record<string, string>>;
  readonly otherwise: BeginImport['otherwise'];
}

export type ImportView =
  | { readonly is: 'choosing'; readonly refusal: FileRefusal | 'broken' | null }
  | { readonly is: 'opening'; readonly name: string }
  | ({ readonly is: 'columns' } & ChosenFile)
  | ({ readonly is: 'reading' } & ChosenFile)
  | ({ readonly is: 'meaning' } & ReadChosen)
  | {
      readonly is: 'working';
      readonly at: 'staging' | 'applying' | 'undoing';
      readonly done: number;
      readonly all: number;
    }
  | { readonly is: 'shown'; readonly detail: ImportDetail }
  | { readonly is: 'stopped'; readonly why: 'outage' | 'changed' | 'other'; readonly again: () => void };

export interface ProductImport {
  readonly view: ImportView;
  /** Of the file, for as long as its import is looked at. */
  readonly faults: ReadFile['faults'];
  readonly choose: (file: File) => void;
  readonly read: (chosen: ChosenFile, source: ImportSource, columns: ImportColumns) => void;
  readonly mapByHand: (chosen: ChosenFile) => void;
  readonly compare: (chosen: ReadChosen, meaning: Meaning) => void;
  readonly carryOut: (id: string, way: 'apply' | 'undo') => void;
  readonly show: (id: string) => void;
  readonly startOver: () => void;
}

const CHOOSING: ImportView = { is: 'choosing', refusal: null };

export function useProductImport(terms: { readonly digits: number; readonly today: string }): ProductImport {
  const client = useQueryClient();
  const [view, setView] = useState<ImportView>(CHOOSING);
  const [faults, setFaults] = useState<ReadFile['faults']>([]);
  const held = useRef<ImportFile | null>(null);
  // The file's worker ends with the screen.
  useEffect(() => () => held.current?.close(), []);
  const file = () => (held.current ??= openImportFile());

  const read = async (chosen: ChosenFile, source: ImportSource, columns: ImportColumns) => {
    setView({ ...chosen, is: 'reading' });
    const done = await file().read({ source, columns, ...terms });
    setFaults(done.faults);
    setView({ ...chosen, is: 'meaning', source, columns, read: done });
  };
  const choose = async (given: File) => {
    setView({ is: 'opening', name: given.name });
    const opened = await file().open(given);
    if (typeof opened === 'string') {
      setView({ is: 'choosing', refusal: opened });
      return;
    }
    const chosen = { name: given.name, opened };
    if (opened.found === null) setView({ ...chosen, is: 'columns' });
    else await read(chosen, opened.found.source, opened.found.columns);
  };
  const broken = () => setView({ is: 'choosing', refusal: 'broken' });

  /** Runs what may stop half-way; again is the very same, which goes on where it was. */
  const work = (act: () => Promise<ImportDetail>): void => {
    act()
      .then(
        (detail) => setView({ is: 'shown', detail }),
        (error: unknown) => setView({ is: 'stopped', why: changeFailure(error), again: () => work(act) }),
      )
      .finally(() => void client.invalidateQueries());
  };
  const working = (at: 'staging' | 'applying' | 'undoing', done: number, all: number) =>
    setView({ is: 'working', at, done, all });

  return {
    view,
    faults,
    choose: (given) => void choose(given).catch(broken),
    read: (chosen, source, columns) => void read(chosen, source, columns).catch(broken),
    mapByHand: ({ name, opened }) => setView({ is: 'columns', name, opened }),
    compare: ({ name, source, read: { rows } }, { taxes, otherwise }) => {
      const begun = { import: uuidv7(), fileName: name, source, rows, otherwise };
      working('staging', 0, rows);
      work(() =>
        bringRows(
          begun,
          (from, count) => file().chunk(from, count, taxes),
          (brought) => working('staging', brought, rows),
        ),
      );
    },
    carryOut: (id, way) => {
      const at = way === 'apply' ? 'applying' : 'undoing';
      working(at, 0, 1);
      work(() => carryOut(id, way, ({ counts }) => working(at, counts.done, toDo(counts))));
    },
    show: (id) => work(() => readImport(id)),
    startOver: () => {
      setFaults([]);
      setView(CHOOSING);
    },
  };
}

/** Rows that change something. */
function toDo({ fresh, changed }: ImportState['counts']): number {
  return Math.max(1, fresh + changed);
}
