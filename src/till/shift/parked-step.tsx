/** Before the drawer is counted: what is parked is sold, thrown away, or knowingly left. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { parkedSales, voidParkedSale } from '../../local-db/park-sale.ts';
import type { ParkedSale } from '../../local-db/parked-sale.ts';
import { Button } from '../../ui/button.tsx';
import { personNamed, usePorts, useShop, type Person } from '../till-context.ts';
import { useShiftWords } from './shift-words.ts';
import type { ClosingControl } from './use-closing.ts';

interface ParkedStepProps {
  readonly closing: ClosingControl;
  readonly clerk: Person;
  readonly onBack: () => void;
}

export function ParkedStep({ closing, clerk, onBack }: ParkedStepProps) {
  const words = useShiftWords();
  const { db } = usePorts();
  const parked = useLiveQuery(() => parkedSales(db), [db]) ?? [];
  return (
    <section className="closing-card">
      <header>
        <h1>{parked.length === 0 ? words.nothingParked : words.parkedTitle(parked.length)}</h1>
        {parked.length > 0 && <p className="shift-soft">{words.parkedLead}</p>}
      </header>
      <ul className="parked-list">
        {parked.map((sale) => (
          <ParkedRow key={sale.sale} parked={sale} clerk={clerk} />
        ))}
      </ul>
      <div className="closing-acts">
        {parked.length > 0 && (
          <Button size="charge" icon="basket" onPress={onBack}>
            {words.toSell}
          </Button>
        )}
        <Button
          variant="go"
          size="charge"
          onPress={() => {
            closing.send({ is: 'toCount' });
          }}
        >
          {parked.length === 0 ? words.goOn : words.keepParked}
        </Button>
      </div>
    </section>
  );
}

function ParkedRow({ parked, clerk }: { readonly parked: ParkedSale; readonly clerk: Person }) {
  const words = useShiftWords();
  const { roster, format } = useShop();
  const { db, actingAs } = usePorts();
  const [isSure, setSure] = useState(false);
  return (
    <li>
      <span className="cash-move-words">
        <strong>{parked.name}</strong>
        <small>
          {words.parkedRow(format.weekdayTime(parked.parkedAt), personNamed(roster, parked.parkedBy))}
        </small>
      </span>
      <span className="num">{format.money(parked.gross)}</span>
      <Button
        icon="bin"
        variant={isSure ? 'person' : 'quiet'}
        aria-label={isSure ? undefined : words.throwAwayOf(parked.name)}
        onPress={() => {
          if (isSure) void voidParkedSale(db, parked.sale, actingAs(clerk.id));
          else setSure(true);
        }}
      >
        {isSure ? words.throwSure : words.throwAway}
      </Button>
    </li>
  );
}
