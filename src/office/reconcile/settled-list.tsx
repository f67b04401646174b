/** What was decided of this day's flags: by whom, when, why; folded, because it is done. */
import type { Settlement } from '../../protocol/settlement-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import type { Settling } from './use-settling.ts';

const words = officeWords.reconcile.settling;

export interface SettledListProps {
  readonly settlements: readonly Settlement[];
  readonly settling: Settling;
}

export function SettledList({ settlements, settling }: SettledListProps) {
  const { format } = useShop();
  if (settlements.length === 0) return null;
  return (
    <details className="reconcile-flags reconcile-folded">
      <summary>{words.settledCount(format.count(settlements.length))}</summary>
      <ul>
        {settlements.map((settlement) => (
          <SettledItem key={settlement.id} settlement={settlement} settling={settling} />
        ))}
      </ul>
    </details>
  );
}

function SettledItem({
  settlement,
  settling,
}: Pick<SettledListProps, 'settling'> & { readonly settlement: Settlement }) {
  const { format } = useShop();
  const { kind, decision, why, byName, at, count, value, evidence } = settlement;
  const what = officeWords.reconcile.flags.kinds[kind];
  return (
    <li className="reconcile-flag">
      <div className="reconcile-flag-head">
        <Tag>{what}</Tag>
        <b>{words.decisions[decision]}</b>
        <span className="office-soft">
          {words.settledBy(byName, format.moment(at))}
          {count > 1 && ` · ${words.times(format.count(count))}`}
        </span>
        {value !== 0 && <b className="reconcile-flag-value num">{format.money(value)}</b>}
      </div>
      {why !== '' && <p className="reconcile-why">{why}</p>}
      <p className="reconcile-why office-soft">
        {evidence.map(({ label, text }) => `${label}: ${text}`).join(' · ')}
      </p>
      <div className="reconcile-flag-ways">
        <Button
          size="small"
          variant="plain"
          isDisabled={settling.isWorking}
          aria-label={words.named(words.takeBack, what)}
          onPress={() => settling.send({ do: 'open', dialog: { is: 'takingBack', settlement } })}
        >
          {words.takeBack}
        </Button>
      </div>
    </li>
  );
}
