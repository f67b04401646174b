/** A line laid open: how many, at what price, or not at all. */
import { useState, type SyntheticEvent } from 'react';
import { money } from '../../domain/money.ts';
import { quantity, QUANTITY_ONE_UNIT } from '../../domain/quantity.ts';
import type { OpenLine } from '../../domain/sale.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { formatMoney } from '../../ui/format-money.ts';
import { useFormat, useShop, useWords } from '../till-context.ts';
import { readPrice, readQuantity } from './typed-figures.ts';
import type { SellControl } from './use-sell.ts';

interface LineSheetProps {
  readonly line: OpenLine;
  readonly sell: SellControl;
}

export function LineSheet({ line, sell }: LineSheetProps) {
  const form = useLineForm(line, sell);
  const words = useWords().line;
  return (
    <Sheet
      isOpen
      onClose={form.close}
      title={line.name}
      size="narrow"
      footer={
        <>
          <Button icon="bin" size="large" onPress={form.remove}>
            {words.remove}
          </Button>
          <Button variant="go" size="large" onPress={form.submit}>
            {words.done}
          </Button>
        </>
      }
    >
      <LineForm line={line} form={form} />
    </Sheet>
  );
}

function LineForm({ line, form }: { readonly line: OpenLine; readonly form: LineFormControl }) {
  const words = useWords().line;
  const example = useFormat().figure(money(250));
  const isKg = line.unit === 'kg';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form className="line-form" onSubmit={submit}>
      <Field
        label={isKg ? words.weight : words.quantity}
        value={form.many}
        onChange={form.setMany}
        inputMode="numeric"
        error={form.problem === 'quantity' && words.notANumber}
      />
      <Field
        label={isKg ? words.pricePerKg : words.price}
        value={form.price}
        onChange={form.setPrice}
        inputMode="decimal"
        isDisabled={line.rate.is === 'asSold'}
        description={line.rate.is === 'asSold' ? words.priceAsSold : undefined}
        error={form.problem === 'price' && words.notAPrice(example)}
      />
      <button type="submit" hidden />
    </form>
  );
}

interface LineFormControl {
  readonly many: string;
  readonly setMany: (text: string) => void;
  readonly price: string;
  readonly setPrice: (text: string) => void;
  readonly problem: 'quantity' | 'price' | null;
  readonly submit: () => void;
  readonly remove: () => void;
  readonly close: () => void;
}

function useLineForm(line: OpenLine, sell: SellControl): LineFormControl {
  const { currency } = useShop().roster.policy;
  const [many, setMany] = useState(() => shownQuantity(line));
  const [price, setPrice] = useState(() => shownPrice(line, currency.digits));
  const [problem, setProblem] = useState<LineFormControl['problem']>(null);
  const close = () => {
    sell.send({ is: 'stopAsking' });
  };
  const submit = () => {
    const typedQuantity = readQuantity(many, line.unit);
    const typedPrice = readPrice(price, currency.digits);
    if (typedQuantity === null || typedPrice === null) {
      setProblem(typedQuantity === null ? 'quantity' : 'price');
      return;
    }
    close();
    const signed = quantity(line.quantity < 0 ? -typedQuantity : typedQuantity);
    if (signed !== line.quantity) {
      sell.send({ is: 'change', command: { is: 'setQuantity', line: line.line, quantity: signed } });
    }
    if (typedPrice !== line.unitPrice) {
      sell.send({ is: 'change', command: { is: 'setPrice', line: line.line, price: typedPrice } });
    }
  };
  const remove = () => {
    close();
    sell.send({ is: 'change', command: { is: 'removeLine', line: line.line } });
  };
  return { many, setMany, price, setPrice, problem, submit, remove, close };
}

/** Pieces, or grams of what is weighed. */
function shownQuantity({ unit, quantity: many }: OpenLine): string {
  return String(Math.abs(many) / (unit === 'kg' ? 1 : QUANTITY_ONE_UNIT));
}

/** With a point, as a keypad types it, whatever the country writes. */
function shownPrice({ unitPrice }: OpenLine, digits: number): string {
  return formatMoney(unitPrice, { currency: 'XXX', digits, locale: 'en-GB', shows: 'number' }).replaceAll(
    ',',
    '',
  );
}
