/** Leads an owner back to a set-up that is not finished, from every other screen. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Me } from '../../protocol/people-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { setUpQuery } from '../ask/set-up-query.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { maySetUp } from './may-set-up.ts';
import { nextOpenStep } from './next-step.ts';
import { setUpWords as words } from './set-up-words.ts';

export function SetUpNotice({ me }: { readonly me: Me }) {
  const { shop } = useShop();
  const place = usePlace();
  const [location] = useLocation();
  const isElsewhere = !location.startsWith('/set-up');
  const setUp = useQuery({ ...setUpQuery(shop.id), enabled: maySetUp(me) && isElsewhere }).data;
  const next = setUp === undefined ? null : nextOpenStep(setUp, null);
  if (!isElsewhere || next === null) return null;
  return (
    <div className="office-notice">
      <Notice
        action={
          <Button size="small" onPress={() => place.go('/set-up')}>
            {words.noticeGo}
          </Button>
        }
      >
        {words.notice(words.names[next])}
      </Notice>
    </div>
  );
}
