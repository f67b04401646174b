/** What was taken so far, under the sum that is still due; each part can be given back again. */
import type { Tender } from '../../domain/sale.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useFormat, useWords } from '../till-context.ts';
import type { PayControl } from './use-pay.ts';

export function PaidParts({ pay }: { readonly pay: PayControl }) {
  const words = useWords().pay;
  const format = useFormat();
  const { tenders, stage } = pay.state;
  if (tenders.length === 0) return null;
  return (
    <ul className="pay-parts">
      {tenders.map((tender, index) => (
        <Part
          // Parts have no name of their own; their place among the others is what is removed.
          key={index}
          tender={tender}
          isDisabled={stage.is !== 'taking'}
          onRemove={() => {
            pay.send({ is: 'removePart', index });
          }}
        />
      ))}
      <li>
        <span className="pay-soft">{words.basket}</span>
        <span>{format.money(pay.context.totals.gross)}</span>
      </li>
    </ul>
  );
}

interface PartProps {
  readonly tender: Tender;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
}

function Part({ tender, isDisabled, onRemove }: PartProps) {
  const words = useWords().pay;
  const format = useFormat();
  const way = tender.is === 'cash' ? words.takenCash : words.takenCard;
  const sum = format.money(tender.amount);
  return (
    <li>
      <span>
        {way}
        {tender.is === 'card' && <small>{words.cardSeen}</small>}
      </span>
      <span className="pay-part-sum">
        {sum}
        <IconButton
          icon="close"
          size="small"
          label={words.removePart(way, sum)}
          isDisabled={isDisabled}
          onPress={onRemove}
        />
      </span>
    </li>
  );
}
