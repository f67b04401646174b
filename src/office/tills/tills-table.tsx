/** The tills as rows, each with what can be done. */
import type { DrawerRow, TillRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';
import { ReadinessCell } from './readiness-cell.tsx';
import { tillChangeWords as changeWords } from './till-change-words.ts';
import type { TillsCommand } from './use-tills.ts';

const words = officeWords.tills;

export interface TillsTableProps {
  readonly tills: readonly TillRow[];
  readonly drawers: readonly DrawerRow[];
  readonly send: (command: TillsCommand) => void;
  readonly isWorking: boolean;
}

export function TillsTable({ tills, drawers, send, isWorking }: TillsTableProps) {
  const { shop, format } = useShop();
  return (
    <DataTable
      caption={words.caption}
      columns={[
        ...columnsOf(format, shop.today),
        {
          id: 'drawer',
          header: words.columns.drawer,
          cell: (till) => <TillDrawer till={till} drawers={drawers} send={send} />,
        },
        {
          id: 'actions',
          header: words.columns.actions,
          hidesHeader: true,
          align: 'end',
          cell: (till) => <TillActions till={till} send={send} isWorking={isWorking} />,
        },
      ]}
      rows={tills}
      rowKey={({ till }) => till}
      empty={
        <EmptyState icon="tills" title={words.none}>
          {words.noneWords}
        </EmptyState>
      }
    />
  );
}

/** Today's need no date. */
function heardWords(moment: number, today: string, format: ShopFormat): string {
  return format.date(moment) === today ? format.time(moment) : format.moment(moment);
}

function columnsOf(format: ShopFormat, today: string): DataColumn<TillRow>[] {
  const { columns } = words;
  return [
    { id: 'name', header: columns.name, isRowHeader: true, cell: ({ name }) => name },
    { id: 'status', header: columns.status, hidesHeader: true, cell: (till) => <TillState till={till} /> },
    {
      id: 'readiness',
      header: officeWords.readiness.column,
      cell: (till) => (till.status === 'enrolled' ? <ReadinessCell till={till} /> : ''),
    },
    { id: 'series', header: columns.series, isExtra: true, cell: ({ series }) => series },
    {
      id: 'heard',
      header: columns.heard,
      cell: ({ lastHeardAt }) => (
        <span className="num tills-figure">
          {lastHeardAt === null ? words.never : heardWords(lastHeardAt, today, format)}
        </span>
      ),
    },
    {
      id: 'unsent',
      header: columns.unsent,
      cell: ({ onTablet: { sales, value } }) => (
        <span className="num tills-figure">
          {sales === 0 ? words.nothingUnsent : words.unsent(format.count(sales), format.money(value))}
        </span>
      ),
    },
    { id: 'app', header: columns.app, isExtra: true, cell: ({ app }) => app },
  ];
}

function TillState({ till: { status, codeExpiresAt, isSpare } }: { readonly till: TillRow }) {
  const { format } = useShop();
  return (
    <span className="tills-state">
      {status === 'enrolled' && (
        <Tag tone="go" icon="check">
          {words.status.enrolled}
        </Tag>
      )}
      {status === 'waitingForTablet' && (
        <Tag tone={isSpare === true ? 'neutral' : 'mind'}>
          {isSpare === true ? changeWords.spareState : words.status.waitingForTablet}
        </Tag>
      )}
      {status === 'revoked' && (
        <Tag tone="person" icon="lock">
          {words.status.revoked}
        </Tag>
      )}
      {codeExpiresAt !== null && (
        <small className="office-soft num">
          {isSpare === true
            ? changeWords.spareUntil(format.day(format.date(codeExpiresAt)))
            : words.codeOpenUntil(format.weekdayTime(codeExpiresAt))}
        </small>
      )}
    </span>
  );
}

interface TillDrawerProps extends Pick<TillsTableProps, 'drawers' | 'send'> {
  readonly till: TillRow;
}

function TillDrawer({ till, drawers, send }: TillDrawerProps) {
  const name = drawers.find(({ id }) => id === till.drawer)?.name ?? words.drawers.own;
  return (
    <Button
      size="small"
      variant="quiet"
      aria-label={words.drawers.assignNamed(till.name, name)}
      onPress={() => send({ do: 'open', dialog: { is: 'tillDrawer', till } })}
    >
      {name}
    </Button>
  );
}

interface TillActionsProps extends Omit<TillsTableProps, 'tills' | 'drawers'> {
  readonly till: TillRow;
}

/** What is done most often; the rest is behind *Change*. */
function TillActions({ till, send, isWorking }: TillActionsProps) {
  return (
    <span className="tills-actions">
      <Button
        size="small"
        aria-label={changeWords.changeNamed(till.name)}
        onPress={() => send({ do: 'open', dialog: { is: 'till', till } })}
      >
        {changeWords.change}
      </Button>
      <NextAction till={till} send={send} isWorking={isWorking} />
    </span>
  );
}

function NextAction({ till, send, isWorking }: TillActionsProps) {
  switch (till.status) {
    case 'revoked':
      return (
        <Button
          size="small"
          aria-label={words.unrevokeNamed(till.name)}
          onPress={() => send({ do: 'open', dialog: { is: 'unrevoking', till } })}
        >
          {words.unrevoke}
        </Button>
      );
    case 'waitingForTablet':
      return (
        <Button
          size="small"
          aria-label={words.newCodeFor(till.name)}
          isDisabled={isWorking}
          onPress={() => send({ do: 'newCode', till: till.till })}
        >
          {words.newCode}
        </Button>
      );
    case 'enrolled':
      return (
        <Button
          size="small"
          aria-label={words.revokeNamed(till.name)}
          onPress={() => send({ do: 'open', dialog: { is: 'revoking', till } })}
        >
          {words.revoke}
        </Button>
      );
  }
}
