/** Where one is signed in, or for an owner who is signed in where; each can be ended. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema, type SignInRow } from '../../protocol/account-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast-context.ts';
import { AnswerView } from '../answer-view.tsx';
import { signInsQuery } from '../ask/account-queries.ts';
import { askPeople } from '../ask/ask-people.ts';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { AccountTrouble } from './account-trouble.tsx';
import { accountWords } from './account-words.ts';

const words = accountWords.signIns;

export function SignInsPanel() {
  const { format } = useShop();
  const client = useQueryClient();
  const toast = useToast();
  const query = useQuery(signInsQuery);
  const ending = useMutation({
    mutationFn: ({ id }: SignInRow) =>
      askPeople({ path: `/sign-ins/${encodeURIComponent(id)}/end`, body: {}, answer: doneSchema }),
    onSuccess: () => toast.show({ words: words.ended }),
    onSettled: () => client.invalidateQueries({ queryKey: signInsQuery.queryKey }),
  });
  const isAll = query.data?.signIns.some(({ isMine }) => !isMine) === true;
  return (
    <Panel title={isAll ? words.titleAll : words.title} note={words.note} isFlush>
      <AccountTrouble error={ending.error} />
      <AnswerView query={query} waiting={<Skeleton lines={3} height={40} />}>
        {({ signIns }) => (
          <DataTable
            caption={words.caption}
            columns={[...columnsOf(format), endColumn(ending.mutate)]}
            rows={signIns}
            rowKey={({ id }) => id}
          />
        )}
      </AnswerView>
    </Panel>
  );
}

function columnsOf(format: ShopFormat): DataColumn<SignInRow>[] {
  const { columns } = words;
  return [
    { id: 'name', header: columns.name, isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'device',
      header: columns.device,
      cell: (row) => (
        <span className="account-device">
          {deviceName(row)}
          {row.isThis && <Tag tone="go">{words.here}</Tag>}
        </span>
      ),
    },
    {
      id: 'since',
      header: columns.since,
      cell: ({ since }) => <span className="num">{format.weekdayTime(since)}</span>,
    },
    {
      id: 'seen',
      header: columns.seen,
      cell: ({ lastSeenAt }) => <span className="num">{format.weekdayTime(lastSeenAt)}</span>,
    },
  ];
}

/** This one ends by signing out. */
function endColumn(end: (row: SignInRow) => void): DataColumn<SignInRow> {
  return {
    id: 'actions',
    header: words.columns.actions,
    hidesHeader: true,
    align: 'end',
    cell: (row) =>
      !row.isThis && (
        <Button size="small" aria-label={words.endNamed(row.name, deviceName(row))} onPress={() => end(row)}>
          {words.end}
        </Button>
      ),
  };
}

function deviceName({ device }: SignInRow): string {
  return device === '' ? words.unknown : device;
}
