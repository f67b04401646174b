/** Asks whoever came in with a first password for one of their own, on every screen. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { accountQuery } from '../ask/account-queries.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { accountWords } from './account-words.ts';

const words = accountWords.password;

export function FirstPasswordNotice() {
  const { format } = useShop();
  const place = usePlace();
  const until = useQuery(accountQuery).data?.passwordUntil ?? null;
  if (until === null) return null;
  return (
    <div className="office-notice">
      <Notice
        tone="mind"
        action={
          <Button size="small" onPress={() => place.go('/account')}>
            {words.choose}
          </Button>
        }
      >
        {words.temporary(format.moment(until))}
      </Notice>
    </div>
  );
}
