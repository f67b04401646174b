/** Choosing an acquirer's file, reading it here to look at it, and bringing it; and undoing one that was brought. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  dateOrderOf,
  hasColumns,
  readCardFile,
  readTable,
  recogniseColumns,
  type CardColumns,
  type CardFileRead,
  type CardFileTable,
} from '../../domain/card-file.ts';
import { CARD_FILE_BYTES_MAX, cardFileBroughtSchema } from '../../protocol/card-messages.ts';
import { notedSchema } from '../../protocol/office-till-messages.ts';
import { askPeople } from '../ask/ask-people.ts';
import { cardReadingQuery } from '../ask/card-reading-query.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { useShop } from '../shop-context.ts';

export interface ChosenFile {
  readonly name: string;
  readonly text: string;
  readonly table: CardFileTable;
  readonly columns: CardColumns;
}

export type FileTrouble = 'none' | 'noTable' | 'tooLarge';

export function useCardFile() {
  const { shop } = useShop();
  const client = useQueryClient();
  const reading = useQuery(cardReadingQuery(shop.id)).data;
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [trouble, setTrouble] = useState<FileTrouble>('none');
  const [begins, setBegins] = useState<string | null>(null);
  const dayBegins = begins ?? reading?.dayBegins ?? '00:00';
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['reconciliation', shop.id] }),
      client.invalidateQueries({ queryKey: cardReadingQuery(shop.id).queryKey }),
    ]);
  const bringing = useMutation({
    mutationFn: ({ name, text, columns }: ChosenFile) =>
      askPeople({
        path: '/cards',
        body: { shop: shop.id, name, text, columns, dayBegins },
        answer: cardFileBroughtSchema,
      }),
    onSettled: refresh,
  });
  const choose = async (file: File) => {
    bringing.reset();
    setChosen(null);
    const found = file.size > CARD_FILE_BYTES_MAX ? 'tooLarge' : read(file.name, await file.text());
    setTrouble(typeof found === 'string' ? found : 'none');
    if (typeof found !== 'string') setChosen(found);
  };
  const read = (name: string, text: string): ChosenFile | FileTrouble => {
    const table = readTable(text);
    const known = reading?.columns ?? null;
    const columns = known !== null && hasColumns(table, known) ? known : recogniseColumns(table, shop.locale);
    if (columns !== null) return { name, text, table, columns };
    return table.names.length < 2 || table.rows.length === 0
      ? 'noTable'
      : { name, text, table, columns: guessed(table, shop.locale) };
  };
  return {
    chosen,
    trouble,
    dayBegins,
    setBegins,
    choose,
    setColumns: (columns: CardColumns) => setChosen((known) => known && { ...known, columns }),
    preview: chosen === null ? null : previewOf(chosen, shop),
    bringing,
    failure: bringing.error === null ? null : failureOf(bringing.error),
  };
}

function failureOf(error: Error): 'outage' | 'other' {
  return troubleOf(error).is === 'outage' ? 'outage' : 'other';
}

/** Nothing was recognised: the first two columns, for a person to choose others. */
function guessed(table: CardFileTable, locale: string): CardColumns {
  const [date = '', amount = ''] = table.names;
  const order = dateOrderOf(
    table.rows.map(({ cells }) => cells[0] ?? ''),
    locale,
  );
  return { date, amount, time: null, kind: null, terminal: null, code: null, order };
}

function previewOf(
  { table, columns }: ChosenFile,
  { timeZone, currency }: ReturnType<typeof useShop>['shop'],
): CardFileRead {
  return readCardFile(table, columns, { timeZone, digits: currency.digits });
}

export function useUndoCardFile() {
  const { shop } = useShop();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: string) =>
      askPeople({ path: `/cards/${encodeURIComponent(file)}/undo`, body: {}, answer: notedSchema }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reconciliation', shop.id] }),
  });
}
