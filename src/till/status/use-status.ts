/** The till's status as a view to draw: live from the journal and from what sync knows of head office. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useSyncExternalStore } from 'react';
import { NO_MONEY, type Money } from '../../domain/money.ts';
import { readStatus, type JournalStatus } from '../../local-db/read-status.ts';
import { makeMachine, useMachine } from '../machine.ts';
import { useFormat, usePorts, useWords } from '../till-context.ts';
import type { LinkStatus } from '../till-ports.ts';
import { NO_NEWS, sentStep } from './sent-news.ts';
import { statusView, type StatusView } from './status-view.ts';

export interface TillStatus {
  readonly view: StatusView;
  readonly link: LinkStatus;
  readonly journal: JournalStatus | null;
  readonly waiting: { readonly sales: number; readonly value: Money };
}

export function useLink(): LinkStatus {
  const { link } = usePorts();
  return useSyncExternalStore(link.subscribe, link.current);
}

export function useStatus(): TillStatus {
  const { db } = usePorts();
  const words = useWords().status;
  const { weekdayTime } = useFormat();
  const link = useLink();
  const journal = useLiveQuery(() => readStatus(db), [db]) ?? null;
  const waiting = journal?.waiting ?? { sales: 0, value: NO_MONEY };
  const justSent = useSentNews(link.sending.is === 'down', journal === null ? null : waiting.sales);
  const view = statusView({ link, waitingSales: waiting.sales, justSent, weekdayTime }, words);
  return { view, link, journal, waiting };
}

const SAID_FOR_MS = 6_000;

function useSentNews(isDown: boolean, waiting: number | null): number | null {
  const [news, machine] = useMachine(() => makeMachine(NO_NEWS, sentStep));
  // The news is made of how the link changes over time, which only an effect sees.
  useEffect(() => {
    if (waiting !== null) machine.send({ is: 'seen', isDown, waiting });
  }, [machine, isDown, waiting]);
  useEffect(() => {
    if (news.sent === null) return undefined;
    const timer = setTimeout(() => machine.send({ is: 'said' }), SAID_FOR_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [machine, news.sent]);
  return news.sent;
}
