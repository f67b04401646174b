/** What a manager must know of the day's outages before anything else; many are told as one. */
import type { Reconciliation } from '../../protocol/people-messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { longestOutage, outageWords } from './outage-words.ts';

const words = officeWords.reconcile.outages;
const BANNERS_MAX = 2;

export function OutageBanners({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const { format } = useShop();
  const { outages, tills } = reconciliation;
  const longest = longestOutage(outages);
  if (longest === null) return null;
  const stillOnTablets = tills.reduce((sum, till) => sum + till.onTablet.sales, 0);
  const sentences =
    outages.length <= BANNERS_MAX
      ? outages.map((outage) => outageWords(outage, stillOnTablets, format))
      : [words.several(format.count(outages.length), outageWords(longest, stillOnTablets, format))];
  return (
    <div className="reconcile-banners">
      {sentences.map((sentence) => (
        <Notice
          key={sentence}
          tone="here"
          icon="clock"
          role="status"
          action={
            <a className="office-link" href="#outages">
              {words.see}
            </a>
          }
        >
          <b>{sentence}</b>
        </Notice>
      ))}
    </div>
  );
}
