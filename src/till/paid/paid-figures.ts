/** What goes over the counter after a sale: change of a cash payment, or the money of a refund. */
import { addMoney, money, negateMoney, NO_MONEY, type Money } from '../../domain/money.ts';
import type { ReceiptBody } from '../../domain/fact-body.ts';

export interface PaidFigures {
  /** What the customer paid; below zero is what they got. */
  readonly paid: Money;
  /** Cash to hand over now. */
  readonly giveBack: Money;
  readonly handed: Money;
  /** On the card; below zero was given back on it. */
  readonly card: Money;
}

export function paidFigures({ totals, cashRounding, tenders }: ReceiptBody): PaidFigures {
  const cash = tenders.filter((tender) => tender.is === 'cash');
  const cards = tenders.filter((tender) => tender.is === 'card');
  return {
    paid: addMoney(totals.gross, cashRounding),
    giveBack: addMoney(NO_MONEY, ...cash.map((tender) => tender.change)),
    handed: addMoney(NO_MONEY, ...cash.map((tender) => tender.handed)),
    card: addMoney(NO_MONEY, ...cards.map((tender) => tender.amount)),
  };
}

export function withoutSign(amount: Money): Money {
  return amount < 0 ? negateMoney(amount) : money(amount);
}
