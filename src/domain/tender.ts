/** Tenders: what is due, what cash and card settle of it, and the rounding of cash to what can be handed over. */
import { addMoney, money, negateMoney, NO_MONEY, type Money } from './money.ts';
import { refuse, type Refusal } from './refusal.ts';
import { divideRounded } from './rounding.ts';
import type { SaleTotals, Tender } from './sale.ts';
import { TENDER_AMOUNT_MAX } from './sale-limits.ts';
import type { Currency } from './shop-policy.ts';

export interface CashTaken {
  readonly tender: Tender;
  /** Rounded minus due: becomes the sale's cash rounding. */
  readonly rounding: Money;
}

/** What is still to pay; below zero is to be given back. */
export function dueOf(totals: SaleTotals, tenders: readonly Tender[], cashRounding: Money = NO_MONEY): Money {
  return money(totals.gross + cashRounding - tendered(tenders, 'cash') - tendered(tenders, 'card'));
}

/** The signed sum of one kind of tender. */
export function tendered(tenders: readonly Tender[], kind: Tender['is']): Money {
  return addMoney(...tenders.filter((tender) => tender.is === kind).map((tender) => tender.amount));
}

/** To the nearest amount that coins can make, half away from zero. */
export function roundCash(amount: Money, currency: Currency): Money {
  return money(Number(divideRounded(BigInt(amount), BigInt(currency.cashStep))) * currency.cashStep);
}

/**
 * Cash handed over for what is due. Less than the due is a part payment. To give back (due below zero) nothing is
 * handed, and the change is all of it.
 */
export function cashTender(due: Money, handed: Money, currency: Currency): CashTaken | Refusal {
  const rounded = roundCash(due, currency);
  if (due === 0) return refuse({ code: 'nothing-due' });
  if (due < 0) return settled(due, rounded, NO_MONEY);
  if (handed < 0) return refuse({ code: 'amount-below-zero', amount: handed });
  if (handed > TENDER_AMOUNT_MAX) return refuse({ code: 'amount-too-large', limit: TENDER_AMOUNT_MAX });
  if (handed % currency.cashStep !== 0)
    return refuse({ code: 'change-impossible', cashStep: money(currency.cashStep) });
  if (handed >= rounded) return settled(due, rounded, handed);
  if (handed === 0) return refuse({ code: 'amount-zero' });
  return { tender: { is: 'cash', amount: handed, handed, change: NO_MONEY }, rounding: NO_MONEY };
}

function settled(due: Money, rounded: Money, handed: Money): CashTaken {
  const change = addMoney(handed, negateMoney(rounded));
  return { tender: { is: 'cash', amount: rounded, handed, change }, rounding: money(rounded - due) };
}

/** A card takes no more than is due and gives back no more than is to be given back. */
export function cardTender(due: Money, amount: Money): Tender | Refusal {
  if (due === 0) return refuse({ code: 'nothing-due' });
  if (amount === 0) return refuse({ code: 'amount-zero' });
  const isWithin = due > 0 ? amount > 0 && amount <= due : amount < 0 && amount >= due;
  return isWithin ? { is: 'card', amount } : refuse({ code: 'card-over', due });
}
