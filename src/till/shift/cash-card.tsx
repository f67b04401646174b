/** The drawer's cash besides sales: put in, taken out, dropped, each with who and when. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { CashMoved } from '../../domain/fact-body.ts';
import { negateMoney } from '../../domain/money.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { cashMovesOf, type RecordedMove } from '../../local-db/cash-moves.ts';
import { Button } from '../../ui/button.tsx';
import { personNamed, usePorts, useShop, type Person } from '../till-context.ts';
import { CashSheet } from './cash-sheet.tsx';
import { useShiftWords } from './shift-words.ts';

const WAYS = ['in', 'out', 'drop'] as const;
const WAY_ICON = { in: 'plus', out: 'minus', drop: 'lock' } as const;

interface CashCardProps {
  readonly shift: OpenShift;
  readonly clerk: Person;
}

export function CashCard({ shift, clerk }: CashCardProps) {
  const words = useShiftWords().cash;
  const [way, open] = useState<CashMoved['is'] | null>(null);
  return (
    <section className="shift-card" aria-label={words.title}>
      <h2>{words.title}</h2>
      <div className="cash-acts">
        {WAYS.map((one) => (
          <Button
            key={one}
            size="large"
            icon={WAY_ICON[one]}
            onPress={() => {
              open(one);
            }}
          >
            {words[one]}
          </Button>
        ))}
      </div>
      <Moves shift={shift.shift} />
      {way !== null && (
        <CashSheet
          way={way}
          clerk={clerk}
          onClose={() => {
            open(null);
          }}
        />
      )}
    </section>
  );
}

function Moves({ shift }: { readonly shift: string }) {
  const { db } = usePorts();
  const words = useShiftWords().cash;
  const moves = useLiveQuery(() => cashMovesOf(db, shift), [db, shift]);
  if (moves === undefined) return null;
  if (moves.length === 0) return <p className="shift-soft">{words.none}</p>;
  return (
    <ul className="cash-moves" aria-label={words.moves}>
      {moves.toReversed().map((move) => (
        <Move key={move.body.move} move={move} />
      ))}
    </ul>
  );
}

function Move({ move }: { readonly move: RecordedMove }) {
  const words = useShiftWords().cash;
  const { roster, format } = useShop();
  const { body, at, staff, approvedBy } = move;
  const [time, name] = [format.time(at), personNamed(roster, staff)];
  return (
    <li>
      <span className="cash-move-words">
        <strong>{`${words[body.is]} · ${body.reason}`}</strong>
        <small>
          {approvedBy === null
            ? words.by(time, name)
            : words.agreed(time, name, personNamed(roster, approvedBy))}
        </small>
      </span>
      <span className="num">
        {format.difference(body.is === 'in' ? body.amount : negateMoney(body.amount))}
      </span>
    </li>
  );
}
