/** The four figures a manager looks for first. */
import type { Reconciliation, StripRun } from '../../protocol/people-messages.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.reconcile;

export function DayCards({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const { format } = useShop();
  const { takings, soFar, receipts, drawers, drawerDays } = reconciliation;
  const isCompared = drawerDays.some(({ difference }) => difference !== null);
  return (
    <div className="reconcile-cards">
      <StatTile
        label={soFar ? words.takingsSoFar : words.takings}
        value={format.money(takings.gross)}
        detail={words.salesAndRefunds(
          format.count(takings.sales),
          takings.sales,
          format.count(takings.refunds),
          takings.refunds,
        )}
      />
      <StatTile
        label={words.received}
        value={words.receivedOf(format.count(receipts.received), format.count(receipts.known))}
        detail={missingWords(reconciliation, format)}
        tone={receivedTone(reconciliation)}
      />
      <StatTile
        label={words.cashDifference}
        value={isCompared ? format.difference(drawers.difference) : words.notCompared}
        detail={
          drawers.all === 0
            ? words.noDrawers
            : words.drawersCounted(format.count(drawers.counted), format.count(drawers.all), drawers.all)
        }
        tone={isBeyondTolerance(reconciliation) ? 'mind' : 'neutral'}
      />
      <StatTile
        label={words.byCard}
        value={format.money(takings.card)}
        detail={words.byCardWords(format.money(takings.cash))}
      />
    </div>
  );
}

/** One drawer over and another short are two differences, whatever their sum. */
function isBeyondTolerance({ drawerDays, drawers }: Reconciliation): boolean {
  return drawerDays.some(({ difference }) => Math.abs(difference ?? 0) > drawers.tolerance);
}

function countIn({ tills }: Reconciliation, is: StripRun['is']): number {
  return tills
    .flatMap((till) => till.strip)
    .filter((run) => run.is === is)
    .reduce((sum, run) => sum + run.count, 0);
}

function missingWords(reconciliation: Reconciliation, format: ShopFormat): string {
  const said = (is: StripRun['is'], say: (count: string) => string) => {
    const count = countIn(reconciliation, is);
    return count === 0 ? [] : [say(format.count(count))];
  };
  const parts = [
    ...said('onTablet', words.onTablets),
    ...said('unreadable', words.unreadable),
    ...said('lost', words.lost),
  ];
  if (parts.length > 0) return parts.join(' · ');
  return reconciliation.receipts.known === 0 ? words.nothingYet : words.everythingIsIn;
}

function receivedTone(reconciliation: Reconciliation): Tone {
  if (countIn(reconciliation, 'lost') > 0) return 'person';
  if (countIn(reconciliation, 'unreadable') > 0) return 'mind';
  return countIn(reconciliation, 'onTablet') > 0 ? 'here' : 'neutral';
}
