/** Whether anything of the set-up is left to do: something open, only what was skipped, or nothing. */
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../protocol/people-messages.ts';
import { setUpQuery } from '../ask/set-up-query.ts';
import { maySetUp } from './may-set-up.ts';

/** Other owners, and tills, go on with it as well. */
const LOOK_AGAIN_MS = 60_000;

/** @param shop null where the business has none */
export function useSetUpLeft(me: Me, shop: string | null): 'open' | 'skipped' | null {
  const { data } = useQuery({
    ...setUpQuery(shop ?? ''),
    enabled: shop !== null && maySetUp(me),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const states = new Set(data?.steps.map(({ is }) => is));
  if (states.has('open')) return 'open';
  return states.has('skipped') ? 'skipped' : null;
}
