/** Changes a line on its sheet: tried out as it is typed, carried out at once with *Done*. */
import { useState } from 'react';
import { priceOn } from '../../domain/catalogue.ts';
import type { Money } from '../../domain/money.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { OpenLine } from '../../domain/sale.ts';
import { useShop } from '../till-context.ts';
import { listedSum } from './basket-figures.ts';
import { withAnyReason } from './discount-form.ts';
import { formOfLine, readLine, type LineForm, type LineProblem } from './line-form.ts';
import { readPrice } from '../../domain/read-price.ts';
import { tryCommands } from './try-commands.ts';
import type { SellControl } from './use-sell.ts';

export interface LineFormControl {
  readonly form: LineForm;
  readonly change: (part: Partial<LineForm>) => void;
  readonly digits: number;
  readonly problem: LineProblem | null;
  readonly refused: Refusal | null;
  /** What the line would cost; null while it cannot be said. */
  readonly sum: Money | null;
  readonly asksManager: boolean;
  /** The catalogue's price, where another one stands in the field. */
  readonly listPrice: Money | null;
  readonly submit: () => void;
  readonly remove: () => void;
  readonly close: () => void;
}

export function useLineForm(line: OpenLine, sell: SellControl): LineFormControl {
  const { policy } = useShop().roster;
  const { digits } = policy.currency;
  const [form, setForm] = useState(() => formOfLine(line, digits));
  const read = readLine(line, form, digits);
  const shown = readLine(line, { ...form, discount: withAnyReason(form.discount) }, digits);
  const tried = shown.is === 'commands' ? tryLine(sell, shown.commands) : null;
  const known = tried === null || isRefusal(tried) ? null : tried;
  const after = known?.priced.lines.find((one) => one.line === line.line);
  const close = () => {
    sell.send({ is: 'stopAsking' });
  };
  return {
    form,
    change: (part) => {
      setForm((before) => ({ ...before, ...part }));
    },
    digits,
    problem: read.is === 'wrong' ? read.why : null,
    refused: tried !== null && isRefusal(tried) ? tried : null,
    sum: after === undefined ? null : listedSum(after, policy.tax.pricesIncludeTax),
    asksManager: known?.asksManager ?? false,
    listPrice: otherListPrice(line, readPrice(form.price, digits), sell),
    submit: () => {
      if (read.is === 'wrong' || known === null) return;
      close();
      for (const command of read.commands) sell.send({ is: 'change', command });
    },
    remove: () => {
      close();
      sell.send({ is: 'change', command: { is: 'removeLine', line: line.line } });
    },
    close,
  };
}

function tryLine({ state, context, clerk }: SellControl, commands: Parameters<typeof tryCommands>[1]) {
  return tryCommands(state.sale, commands, context.terms, clerk.role);
}

/** What the catalogue asks, or asked when the line was added. */
function otherListPrice(line: OpenLine, typed: Money | null, { context }: SellControl): Money | null {
  if (line.rate.is === 'asSold') return null;
  const product = context.index.byId(line.product);
  const today = product === undefined ? null : priceOn(product, context.terms.day);
  const list = line.priceFrom === 'typed' ? (line.listPrice ?? today) : line.unitPrice;
  return list === typed ? null : list;
}
