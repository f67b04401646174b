/** One line of the basket. The one touched last is marked and carries the steppers. */
import { memo } from 'react';
import { isSameDiscount } from '../../domain/discount.ts';
import { money } from '../../domain/money.ts';
import { pieces, quantity, QUANTITY_ONE_UNIT, type Quantity } from '../../domain/quantity.ts';
import type { PricedLine } from '../../domain/sale.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { listedSum } from './basket-figures.ts';
import { useDiscountWords } from './use-discount-words.ts';
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
    one.gross === other.gross &&
    one.basketDiscount === other.basketDiscount &&
    one.listPrice === other.listPrice &&
    one.note === other.note &&
    one.discount?.taken === other.discount?.taken &&
    isSameDiscount(one.discount, other.discount)
  );
}

function PlainBasketLine({ line, isActive, pricesIncludeTax, send }: BasketLineProps) {
  const words = useWords().sell;
  const format = useFormat();
  const many = format.quantity(line.quantity, line.unit);
  const sum = format.money(listedSum(line, pricesIncludeTax));
  const subs = useSubWords(line);
  const off = useOffWords(line);
  return (
    <li
      className="basket-line"
      data-active={isActive || undefined}
      data-back={line.quantity < 0 || undefined}
    >
      <button
        type="button"
        className="basket-line-open"
        aria-label={words.lineLabel(
          many,
          line.name,
          [sum, ...(off === null ? [] : off), ...(line.note === undefined ? [] : [line.note])].join(', '),
        )}
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
          <small>{subs}</small>
          {line.note !== undefined && <small className="basket-line-note">{line.note}</small>}
          {off !== null && (
            <small className="basket-line-off">
              <span>{off[0]}</span>
              <span>{off[1]}</span>
            </small>
          )}
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
  const now = line.unit === 'kg' ? words.weighed(price) : words.each(price);
  if (line.listPrice === undefined || line.listPrice === line.unitPrice) return now;
  return `${now} · ${words.was(format.money(line.listPrice))}`;
}

/** What the line's own discount is called, and what it takes. */
function useOffWords({ discount }: PricedLine): readonly [string, string] | null {
  const nameOf = useDiscountWords();
  const format = useFormat();
  return discount === undefined ? null : [nameOf(discount), format.money(money(0 - discount.taken))];
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
