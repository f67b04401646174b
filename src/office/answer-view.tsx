/** What a screen shows while its question is open, when it failed, and beside an answer that could not be asked anew. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { isDenied } from './ask/office-trouble.ts';
import { useShop } from './shop-context.ts';
import { officeWords } from './words/office-words.ts';

export interface AnswerViewProps<Answer> {
  readonly query: UseQueryResult<Answer>;
  /** In the size of the answer, so nothing jumps when it comes. */
  readonly waiting: ReactNode;
  readonly children: (answer: Answer) => ReactNode;
}

const words = officeWords.outage;

export function AnswerView<Answer>({ query, waiting, children }: AnswerViewProps<Answer>) {
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <StaleNotice readAt={query.dataUpdatedAt} />}
        {children(query.data)}
      </>
    );
  return query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : waiting;
}

/** Says how old it is, and that nothing can be changed meanwhile. */
export function StaleNotice({ readAt }: { readonly readAt: number }) {
  const { format } = useShop();
  return (
    <Notice tone="here" icon="cloud-off" role="status">
      {words.stale(format.weekdayTime(readAt))}
    </Notice>
  );
}

export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  if (isDenied(error, 'not-found') || isDenied(error, 'input-invalid'))
    return (
      <EmptyState icon="search" title={words.notThere}>
        {words.notThereWords}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="cloud-off"
      title={words.title}
      action={<Button onPress={onRetry}>{words.retry}</Button>}
    >
      {words.cannotRead}
    </EmptyState>
  );
}
