/** What a screen shows of a list that comes page by page: while it is asked for, when that failed, and the way to more of it. */
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StaleNotice } from './answer-view.tsx';
import type { Pages } from './ask/pages.ts';
import { officeWords } from './words/office-words.ts';

export interface PagesViewProps<Row> {
  readonly pages: Pages<Row>;
  /** On the button that asks for the next page. */
  readonly more: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

export function PagesView<Row>({ pages, more, children }: PagesViewProps<Row>) {
  const { rows, error, readAt, retry, loadMore, isLoadingMore } = pages;
  if (rows === null && error !== null)
    return (
      <EmptyState
        icon="cloud-off"
        title={officeWords.outage.title}
        action={<Button onPress={retry}>{officeWords.outage.retry}</Button>}
      >
        {officeWords.outage.cannotRead}
      </EmptyState>
    );
  if (rows === null)
    return (
      <Panel>
        <Skeleton lines={8} height={34} />
      </Panel>
    );
  return (
    <>
      {error !== null && <StaleNotice readAt={readAt} />}
      {children(rows)}
      {loadMore !== null && (
        <div className="office-more">
          <Button onPress={loadMore} isPending={isLoadingMore}>
            {more}
          </Button>
        </div>
      )}
    </>
  );
}
