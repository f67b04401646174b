/** The card terminal's approval code, asked above an amount the shop sets. */
import { looksLikeCardNumber } from './card-number.ts';
import type { Money } from './money.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Tender } from './sale.ts';
import type { ShopPolicy } from './shop-policy.ts';

/** Characters of an approval code; terminals print six. */
export const CARD_CODE_LENGTH_MAX = 12;

type CardPolicy = Pick<ShopPolicy, 'cardCodeAbove'>;

export function asksCardCode(amount: Money, { cardCodeAbove }: CardPolicy): boolean {
  return cardCodeAbove !== undefined && amount > cardCodeAbove;
}

export function checkCardCodes(tenders: readonly Tender[], policy: CardPolicy): Refusal | null {
  for (const tender of tenders) {
    const refusal = tender.is === 'card' ? checkCode(tender.amount, tender.code ?? '', policy) : null;
    if (refusal !== null) return refusal;
  }
  return null;
}

function checkCode(amount: Money, code: string, policy: CardPolicy): Refusal | null {
  if (looksLikeCardNumber(code)) return refuse({ code: 'number-looks-like-card' });
  const isMissing = code.trim() === '' || code.length > CARD_CODE_LENGTH_MAX;
  return asksCardCode(amount, policy) && isMissing ? refuse({ code: 'card-code-missing' }) : null;
}
