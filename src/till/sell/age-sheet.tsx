/** Goods that not everybody may buy: the clerk says how they saw the customer's age, or that they did not sell. */
import type { AgeCheck } from '../../domain/sale.ts';
import { recordEvent } from '../../local-db/record-event.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useActWords } from '../act-words.ts';
import { useFormat, usePorts, useShop } from '../till-context.ts';
import { useScanGuard } from './use-scan-guard.ts';
import type { SellControl } from './use-sell.ts';
import './acts.css';

interface AgeSheetProps {
  readonly age: number;
  readonly sell: SellControl;
}

export function AgeSheet({ age, sell }: AgeSheetProps) {
  const words = useActWords().age;
  const format = useFormat();
  const { challengeAge } = useShop().roster.policy;
  const wasMissed = useScanGuard();
  const refuse = useRefusal(age, sell);
  const check = (how: AgeCheck['how']) => () => {
    sell.send({ is: 'change', command: { is: 'checkAge', check: { age, how } } });
  };
  const goods = [...new Set(restricted(sell).map(({ name }) => name))].join(', ');
  return (
    <Sheet
      isOpen
      isDismissable={false}
      role="alertdialog"
      title={words.title(format.count(age))}
      onClose={refuse}
    >
      <div className="age">
        <p>{words.goods(goods, format.count(age))}</p>
        <Button isWide size="charge" variant="go" onPress={check('looksOver')}>
          {words.looksOver(format.count(Math.max(age, challengeAge ?? age)))}
        </Button>
        <Button isWide size="charge" variant="soft" onPress={check('checkedId')}>
          {words.checkedId}
        </Button>
        <Button isWide size="charge" variant="person" onPress={refuse}>
          {words.refused}
        </Button>
        <p className="age-note">{words.refusedNote}</p>
        {wasMissed && (
          <Notice tone="mind" icon="scan" role="alert">
            {words.missed}
          </Notice>
        )}
      </div>
    </Sheet>
  );
}

/** The lines that wait for the answer. */
function restricted({ state }: SellControl) {
  const { lines, ageCheck } = state.sale;
  return lines.filter(
    ({ origin, minimumAge = 0 }) => origin.is === 'sold' && minimumAge > (ageCheck?.age ?? 0),
  );
}

/** The goods go first: whatever becomes of the fact, they are not sold. */
function useRefusal(age: number, sell: SellControl): () => void {
  const { db, actingAs } = usePorts();
  return () => {
    const lines = restricted(sell);
    const { sale } = sell.state.sale;
    for (const { line } of lines) sell.send({ is: 'change', command: { is: 'removeLine', line } });
    const products = [...new Set(lines.map(({ product }) => product))];
    const happened = { kind: 'ageRefused', body: { sale, age, products } } as const;
    void recordEvent(db, happened, actingAs(sell.clerk.id)).then((outcome) => {
      if (outcome.is === 'notSaved') sell.send({ is: 'notSaved', why: outcome.why });
    });
  };
}
