/** The taxes of the business with their rates of today and from later days. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { taxRateOn } from '../../domain/tax-rate.ts';
import type { TaxClass } from '../../protocol/catalogue-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { taxClassesQuery } from '../ask/tax-classes-query.ts';
import { useShop } from '../shop-context.ts';
import { taxesWords } from './taxes-words.ts';
import { TaxSheet } from './tax-sheet.tsx';

const words = taxesWords;

/** What is open: a tax, a new one, or nothing. */
type Opened = { readonly known: TaxClass | null } | null;

export function TaxesPanel() {
  const classes = useQuery({ ...taxClassesQuery, staleTime: 5_000 });
  return (
    <AnswerView
      query={classes}
      waiting={
        <Panel>
          <Skeleton lines={4} height={34} />
        </Panel>
      }
    >
      {({ classes: known }) => <Taxes classes={known} />}
    </AnswerView>
  );
}

function Taxes({ classes }: { readonly classes: readonly TaxClass[] }) {
  const [opened, setOpened] = useState<Opened>(null);
  const columns = useColumns((known) => setOpened({ known }));
  return (
    <>
      <Panel
        title={words.title}
        note={words.note}
        actions={
          <Button size="small" icon="plus" onPress={() => setOpened({ known: null })}>
            {words.add}
          </Button>
        }
        isFlush
      >
        <DataTable caption={words.caption} columns={columns} rows={classes} rowKey={({ id }) => id} />
      </Panel>
      {opened !== null && (
        <TaxSheet known={opened.known} taken={classes.map(({ id }) => id)} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

function useColumns(onOpen: (known: TaxClass) => void): readonly DataColumn<TaxClass>[] {
  const { shop, format } = useShop();
  const nowOf = ({ id, rates }: TaxClass): string => {
    const rate = taxRateOn(rates, id, shop.today);
    return rate === null ? words.none : format.rate(rate);
  };
  const laterOf = ({ rates }: TaxClass): string =>
    rates
      .filter(({ from }) => from > shop.today)
      .map(({ from, rate }) => words.laterRate(format.rate(rate), format.shortDay(from)))
      .join(', ') || words.noLater;
  return [
    {
      id: 'name',
      header: words.columns.name,
      isRowHeader: true,
      isWide: true,
      cell: (known) => (
        <Button
          variant="plain"
          className="catalogue-open"
          aria-label={words.open(known.id)}
          onPress={() => onOpen(known)}
        >
          {known.id}
        </Button>
      ),
    },
    {
      id: 'rate',
      header: words.columns.rate,
      align: 'end',
      cell: (known) => <span className="num">{nowOf(known)}</span>,
    },
    {
      id: 'later',
      header: words.columns.later,
      cell: (known) => <span className="num">{laterOf(known)}</span>,
    },
  ];
}
