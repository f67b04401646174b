/** Checks that tenders settle a sum to the penny: each is true in itself, and together they are what is due. */
import { money, NO_MONEY, type Money } from './money.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Tender } from './sale.ts';
import type { Currency } from './shop-policy.ts';
import { roundCash, tendered } from './tender.ts';

/** Null when they do: their amounts are `gross` plus `cashRounding`, and that is the rounding cash asks for. */
export function checkTenders(
  gross: Money,
  tenders: readonly Tender[],
  cashRounding: Money,
  currency: Currency,
): Refusal | null {
  const falseAt = tenders.findIndex((tender) => !isTrue(tender, gross));
  if (falseAt >= 0) return refuse({ code: 'tender-mismatch', index: falseAt });
  const dueInCash = money(gross - tendered(tenders, 'card'));
  if (Math.abs(gross - dueInCash) > Math.abs(gross)) return refuse({ code: 'card-over', due: gross });
  const expected = hasCash(tenders) ? money(roundCash(dueInCash, currency) - dueInCash) : NO_MONEY;
  const missing = money(dueInCash + expected - tendered(tenders, 'cash'));
  if (missing !== 0) return shortOrOver(missing, gross);
  return cashRounding === expected ? null : refuse({ code: 'cash-rounding-wrong', expected });
}

/** It moves money the way the sale does, and cash keeps what was handed less the change. */
function isTrue(tender: Tender, gross: Money): boolean {
  if (gross === 0 || tender.amount * gross < 0) return false;
  if (tender.is === 'card') return tender.amount !== 0;
  return tender.handed >= 0 && tender.change >= 0 && tender.amount === tender.handed - tender.change;
}

function hasCash(tenders: readonly Tender[]): boolean {
  return tenders.some((tender) => tender.is === 'cash');
}

function shortOrOver(missing: Money, gross: Money): Refusal {
  const isShort = Math.sign(missing) === Math.sign(gross);
  return isShort
    ? refuse({ code: 'tenders-short', missing })
    : refuse({ code: 'tenders-over', over: money(0 - missing) });
}
