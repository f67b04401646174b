/** The drawers of the day where a till's own row cannot tell: shared ones, and those that changed hands. */
import type { ReactNode } from 'react';
import type { DrawerDay } from '../../protocol/people-messages.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.reconcile.drawers;

export function DrawersPanel({ drawers }: { readonly drawers: readonly DrawerDay[] }) {
  const { format } = useShop();
  if (!drawers.some(needsItsRow)) return null;
  return (
    <Panel title={words.title} note={words.note} isFlush>
      <DataTable
        caption={words.title}
        columns={columnsOf(format)}
        rows={drawers}
        rowKey={({ drawer, name }) => `${drawer} ${name}`}
      />
    </Panel>
  );
}

function needsItsRow({ tills, held, doubt }: DrawerDay): boolean {
  return tills.length > 1 || held.length > 0 || doubt !== null;
}

function columnsOf(format: ShopFormat): DataColumn<DrawerDay>[] {
  return [
    { id: 'name', header: words.name, isRowHeader: true, cell: ({ name }) => name },
    { id: 'tills', header: words.tills, cell: ({ tills }) => tills.join(', ') },
    { id: 'float', header: words.float, align: 'end', cell: ({ float }) => format.money(float) },
    {
      id: 'expected',
      header: words.expected,
      align: 'end',
      cell: ({ expectedCash, waitsFor }) =>
        waitsFor.length === 0 ? format.money(expectedCash) : words.soFar(format.money(expectedCash)),
    },
    {
      id: 'counted',
      header: words.counted,
      align: 'end',
      cell: ({ countedCash }) =>
        countedCash === null ? (
          <span className="office-soft">{officeWords.reconcile.tills.notCounted}</span>
        ) : (
          format.money(countedCash)
        ),
    },
    {
      id: 'difference',
      header: words.difference,
      align: 'end',
      cell: (drawer) => <Difference drawer={drawer} />,
    },
  ];
}

function Difference({ drawer }: { readonly drawer: DrawerDay }) {
  const { format } = useShop();
  const { difference, waitsFor, doubt, held } = drawer;
  const said: ReactNode[] = [
    ...(waitsFor.length === 0 ? [] : [words.waitsFor(waitsFor.join(', '))]),
    ...(doubt === null ? [] : [words.doubt[doubt]]),
    ...held.map((one) => words.held(one.holders.join(', '), format.difference(one.difference))),
  ];
  return (
    <span className="reconcile-shifts">
      {difference !== null && (
        <span>{difference === 0 ? format.money(0) : <b>{format.difference(difference)}</b>}</span>
      )}
      {said.map((text, place) => (
        // Drawn anew as a whole, so a sentence's place is its name.
        <small key={place} className="office-soft">
          {text}
        </small>
      ))}
    </span>
  );
}
