/** What was taken over days and shops, parted in one way? */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { reportSchema, type ReportBy } from '../../protocol/report-messages.ts';
import { askPeople } from './ask-people.ts';

export interface ReportWanted {
  readonly by: ReportBy;
  readonly from: string;
  readonly to: string;
  readonly shops: readonly string[];
}

const AGAIN_MS = 30_000;

/** What was asked before stays in sight until the new answer is here; an answer says itself what it is of. */
export function reportQuery({ by, from, to, shops }: ReportWanted) {
  const query = { by, from, to, shops: shops.join(',') };
  return queryOptions({
    queryKey: ['report', query],
    queryFn: ({ signal }) => askPeople({ path: '/reports', query, answer: reportSchema, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
    staleTime: 5_000,
  });
}
