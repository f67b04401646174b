/** The alarm for tills that were selling and fell silent. */
import type { Reconciliation, TillDay } from '../../protocol/people-messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { silentTills } from './silent-tills.ts';

const words = officeWords.reconcile.silent;

type SilentAlarmsProps = Pick<Reconciliation, 'tills' | 'day' | 'isOpen'>;

export function SilentAlarms({ tills, day, isOpen = true }: SilentAlarmsProps) {
  const { shop } = useShop();
  const silent = silentTills(tills, { day, today: shop.today, isOpen });
  if (silent.length === 0) return null;
  return (
    <div className="reconcile-banners">
      {silent.map((till) => (
        <Alarm key={till.till} till={till} />
      ))}
    </div>
  );
}

function Alarm({ till: { name, lastHeardAt, onTablet } }: { readonly till: TillDay }) {
  const { format } = useShop();
  const since = lastHeardAt === null ? words.never(name) : words.since(name, format.time(lastHeardAt));
  return (
    <Notice tone="mind" icon="cloud-off" role="status">
      <b>{since}</b>{' '}
      {onTablet.sales === 0
        ? words.nothing
        : words.holds(format.count(onTablet.sales), onTablet.sales, format.money(onTablet.value))}{' '}
      {words.look}
    </Notice>
  );
}
