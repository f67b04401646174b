/** What exactly is one sale? Facts do not change, so it is asked once. */
import { queryOptions } from '@tanstack/react-query';
import { saleDetailSchema } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';

export interface FactPlace {
  readonly till: string;
  readonly inc: string;
  readonly no: string;
}

export function saleQuery({ till, inc, no }: FactPlace) {
  const path = `/facts/${[till, inc, no].map(encodeURIComponent).join('/')}`;
  return queryOptions({
    queryKey: ['sale', till, inc, no],
    queryFn: ({ signal }) => askPeople({ path, answer: saleDetailSchema, signal }),
    staleTime: 60_000,
  });
}
