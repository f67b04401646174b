/** One line of the basket. The one touched last is marked and carries the steppers. */
import { memo } from 'react';
import { pieces, quantity, QUANTITY_ONE_UNIT, type Quantity } from '../../domain/quantity.ts';
import type { PricedLine } from '../../domain/sale.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { shownSum } from './basket-figures.ts';
import type { SellControl } from './use-sell.ts';

interface BasketLineProps {
  readonly line: PricedLine;
  readonly isActive: boolean;
  readonly pricesIncludeTax: boolean;
  readonly send: SellControl['send'];
}

/** A basket can be hundreds of lines long; only those that changed are drawn again. */
export const BasketLine = memo(PlainBasketLine, isSame);

function isSame(before: BasketLineProps, after: BasketLineProps): boolean {
  return (
    before.isActive === after.isActive &&
    before.pricesIncludeTax === after.pricesIncludeTax &&
    before.send === after.send &&
    isSameLine(before.line, after.line)
  );
}

/** Pricing makes new lines each time; what is shown of them rarely changes. */
function isSameLine(one: PricedLine, other: PricedLine): boolean {
  return (
    one.line === other.line &&
    one.product === other.product &&
    one.quantity === other.quantity &&
    one.unitPrice === other.unitPrice &&
    one.net === other.net &&
    one.gross === other.gross
  );
}

function PlainBasketLine({ line, isActive, pricesIncludeTax, send }: BasketLineProps) {
  const words = useWords().sell;
  const format = useFormat();
  const many = format.quantity(line.quantity, line.unit);
  const sum = format.money(shownSum(line, pricesIncludeTax));
  return (
    <li
      className="basket-line"
      data-active={isActive || undefined}
      data-back={line.quantity < 0 || undefined}
    >
      <button
        type="button"
        className="basket-line-open"
        aria-label={words.lineLabel(many, line.name, sum)}
        onClick={() => {
          send({ is: 'ask', asking: { is: 'line', line: line.line } });
        }}
      >
        <span className="basket-line-count" data-long={many.length > 3 || undefined}>
          {line.quantity < 0 && <Icon name="refund" size={16} />}
          {many}
        </span>
        <span className="basket-line-words">
          <strong>{line.name}</strong>
          <small>{useSubWords(line)}</small>
        </span>
        <span className="basket-line-sum">{sum}</span>
      </button>
      {isActive && <Steppers line={line} send={send} />}
    </li>
  );
}

function useSubWords(line: PricedLine): string {
  const words = useWords().sell;
  const format = useFormat();
  const price = format.money(line.unitPrice);
  if (line.origin.is === 'returned') return words.comesBack(line.origin.receipt);
  if (line.origin.is === 'returnedWithoutReceipt') return words.comesBackWithout;
  return line.unit === 'kg' ? words.weighed(price) : words.each(price);
}

function Steppers({ line, send }: Pick<BasketLineProps, 'line' | 'send'>) {
  const words = useWords().sell;
  const remove = () => {
    send({ is: 'change', command: { is: 'removeLine', line: line.line } });
  };
  const step = (by: 1 | -1) => {
    const next = steppedQuantity(line.quantity, by);
    if (next === null) remove();
    else send({ is: 'change', command: { is: 'setQuantity', line: line.line, quantity: next } });
  };
  return (
    <div className="basket-steppers">
      {line.unit === 'each' && (
        <>
          <IconButton
            icon="minus"
            label={words.oneLess}
            variant="quiet"
            onPress={() => {
              step(-1);
            }}
          />
          <IconButton
            icon="plus"
            label={words.oneMore}
            variant="quiet"
            onPress={() => {
              step(1);
            }}
          />
        </>
      )}
      <IconButton className="basket-remove" icon="bin" label={words.remove} onPress={remove} />
    </div>
  );
}

/** One piece more or less, away from or towards nothing, whichever way the goods go; null when nothing is left. */
function steppedQuantity(current: Quantity, by: 1 | -1): Quantity | null {
  const direction = current < 0 ? -1 : 1;
  const next = current + pieces(by) * direction;
  return Math.abs(next) < QUANTITY_ONE_UNIT || Math.sign(next) !== direction ? null : quantity(next);
}
