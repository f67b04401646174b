/** A discount of the whole basket while it is typed: tried out at once, taken with the button. */
import { useState } from 'react';
import { discountPolicyOf } from '../../domain/discount-limit.ts';
import { NO_MONEY, type Money } from '../../domain/money.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import { useShop } from '../till-context.ts';
import { basketOff } from './basket-figures.ts';
import {
  discountStep,
  formOfDiscount,
  readDiscount,
  withAnyReason,
  type DiscountForm,
  type DiscountStep,
  type ReadDiscount,
} from './discount-form.ts';
import { tryCommands } from './try-commands.ts';
import type { SellControl } from './use-sell.ts';
import { writtenPrice } from './written-price.ts';

export interface BasketDiscountControl {
  readonly form: DiscountForm;
  readonly send: (step: DiscountStep) => void;
  /** Only after *Take off* was pressed: nobody is told off while choosing. */
  readonly problem: 'percent' | 'amount' | 'reason' | null;
  readonly refused: Refusal | null;
  /** What would be off, above zero; zero while it cannot be said. */
  readonly taken: Money;
  readonly asksManager: boolean;
  readonly submit: () => void;
  readonly close: () => void;
}

export function useBasketDiscount({ state, context, clerk, send }: SellControl): BasketDiscountControl {
  const { policy } = useShop().roster;
  const { digits } = policy.currency;
  const [form, setForm] = useState(() =>
    formOfDiscount(state.sale.discount, (amount) => writtenPrice(amount, digits)),
  );
  const [wasPressed, setPressed] = useState(false);
  const terms = { digits, staffRate: discountPolicyOf(policy).staffRate };
  const read = readDiscount(form, terms);
  const shown = readDiscount(withAnyReason(form), terms);
  const tried = tryCommands(state.sale, commandsOf(shown), context.terms, clerk.role);
  const close = () => {
    send({ is: 'stopAsking' });
  };
  return {
    form,
    send: (step) => {
      setForm((before) => discountStep(before, step));
    },
    problem: wasPressed && read.is === 'wrong' ? read.why : null,
    refused: isRefusal(tried) ? tried : null,
    taken: shown.is === 'wrong' || isRefusal(tried) ? NO_MONEY : basketOff(tried.priced.lines),
    asksManager: shown.is === 'discount' && !isRefusal(tried) && tried.asksManager,
    submit: () => {
      setPressed(true);
      if (read.is === 'wrong' || isRefusal(tried)) return;
      close();
      for (const command of commandsOf(read)) send({ is: 'change', command });
    },
    close,
  };
}

function commandsOf(read: ReadDiscount): readonly SaleCommand[] {
  return read.is === 'wrong' ? [] : [{ is: 'discountSale', discount: read.discount }];
}
