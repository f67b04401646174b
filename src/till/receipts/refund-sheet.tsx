/** Tap what comes back: never more than was sold, less what came back before. */
import { pieces, QUANTITY_ONE_UNIT, type Quantity } from '../../domain/quantity.ts';
import type { RecordedReceipt } from '../../local-db/recorded-receipt.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { shownSum } from '../sell/basket-figures.ts';
import { readQuantity } from '../sell/typed-figures.ts';
import { useActWords } from '../act-words.ts';
import { useFormat, useShop } from '../till-context.ts';
import type { RefundLine } from './refund-lines.ts';
import { useRefund, type RefundControl } from './use-refund.ts';

interface RefundSheetProps {
  readonly receipt: RecordedReceipt;
  readonly desk: SaleDesk;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

export function RefundSheet({ receipt, desk, onAdded, onClose }: RefundSheetProps) {
  const words = useActWords().refund;
  const refund = useRefund(receipt, desk, onAdded);
  const hasChosen = Array.from(refund.chosen.values()).some((many) => many > 0);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      size="wide"
      footer={
        <>
          <Button size="large" onPress={refund.chooseAll}>
            {words.all}
          </Button>
          <Button variant="go" size="large" isDisabled={!hasChosen} onPress={refund.add}>
            {words.add}
          </Button>
        </>
      }
    >
      <p className="refund-from">{words.from(receipt.body.receipt)}</p>
      <ul className="refund-lines">
        {refund.lines?.map((line) => (
          <RefundLineRow key={line.sold.line} line={line} refund={refund} />
        ))}
      </ul>
    </Sheet>
  );
}

interface RefundLineRowProps {
  readonly line: RefundLine;
  readonly refund: RefundControl;
}

function RefundLineRow({ line, refund }: RefundLineRowProps) {
  const words = useActWords().refund;
  const format = useFormat();
  const { pricesIncludeTax } = useShop().roster.policy.tax;
  const { sold, left } = line;
  const many = format.quantity(sold.quantity, sold.unit);
  const sum = format.money(shownSum(sold, pricesIncludeTax));
  const isOver = left === 0;
  const leftWords = isOver ? words.noneLeft : words.left(format.quantity(left, sold.unit));
  return (
    <li data-over={isOver || undefined}>
      <div role="group" aria-label={words.lineName(line.place, many, sold.name, sum)} className="refund-line">
        <span className="refund-words">
          <strong>{sold.name}</strong>
          <small>{`${many} · ${sum} · ${leftWords}`}</small>
        </span>
        {!isOver && <Amount line={line} refund={refund} />}
      </div>
    </li>
  );
}

function Amount({ line, refund }: RefundLineRowProps) {
  const words = useActWords().refund;
  const { sold, left } = line;
  const chosen = refund.chosen.get(sold.line) ?? 0;
  const step = sold.unit === 'kg' ? left : pieces(1);
  return (
    <span className="refund-amount">
      <IconButton
        icon="minus"
        label={words.oneLess}
        variant="quiet"
        isDisabled={chosen === 0}
        onPress={() => {
          refund.choose(line, chosen - step);
        }}
      />
      <input
        className="refund-many"
        inputMode="numeric"
        aria-label={sold.unit === 'kg' ? words.grams : words.howMany}
        value={shownMany(chosen, sold.unit)}
        onChange={(event) => {
          refund.choose(line, typedMany(event.target.value, sold.unit));
        }}
      />
      <IconButton
        icon="plus"
        label={words.oneMore}
        variant="quiet"
        isDisabled={chosen >= left}
        onPress={() => {
          refund.choose(line, chosen + step);
        }}
      />
    </span>
  );
}

function shownMany(chosen: number, unit: 'each' | 'kg'): string {
  return String(unit === 'kg' ? chosen : chosen / QUANTITY_ONE_UNIT);
}

function typedMany(text: string, unit: 'each' | 'kg'): Quantity | 0 {
  return readQuantity(text, unit) ?? 0;
}
