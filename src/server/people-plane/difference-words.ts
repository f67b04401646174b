/** What a drawer's difference may be, in a manager's words. */
import type { Explanation, PaidReceipt } from '../../domain/find-difference.ts';
import type { Money } from '../../domain/money.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { moneyText } from '../projections/till-place.ts';

export interface DifferenceTold {
  readonly policy: ShopPolicy;
  readonly difference: Money;
  readonly counted: Money;
  readonly expected: Money;
}

/** Beyond it receipts are counted and not named. */
const NAMED_MAX = 3;
const MINUS = '\u2212';

export function differenceWords(explanation: Explanation, told: DifferenceTold): string {
  const money = (amount: number) => moneyText(told, amount);
  const time = (at: number) => timeText(told.policy, at);
  const difference = money(told.difference).replace('-', MINUS);
  switch (explanation.is) {
    case 'rungTwice': {
      const { first, second } = explanation;
      const seconds = Math.round((second.at - first.at) / 1000);
      return `${second.receipt} has the same ${String(second.lines)} lines as ${first.receipt}, ${String(seconds)} seconds later, and the drawer is short by just its ${money(second.cash)}.`;
    }
    case 'rungAsCash': {
      const { card, receipts } = explanation;
      if (card !== null)
        return `${exactly(receipts, difference, 'cash', told)}; the acquirer has ${money(card.amount)} at ${time(card.at)} with no sale. Was it paid by card?`;
      return `${exactly(receipts, difference, 'cash', told)}. Was it paid by card?`;
    }
    case 'rungAsCard':
      return `${exactly(explanation.receipts, difference, 'card', told)}. Was it paid in cash?`;
    case 'wrongWay': {
      const [first] = explanation.receipts;
      return `${difference} is twice ${first.receipt}, ${money(first.cash)} at ${time(first.at)}. Was it taken where it should have been given back, or the other way round?`;
    }
    case 'move': {
      const what = `the cash ${explanation.move.amount > 0 ? 'put in' : 'taken out'} for “${explanation.move.reason}”`;
      return explanation.isWrongWay
        ? `${difference} is twice ${what}. Did it go the other way?`
        : `${difference} is exactly ${what}. Did it happen?`;
    }
    case 'pair': {
      const { cash, card } = explanation;
      return `${cash.receipt} (cash) and ${card.receipt} (card) are next to one another: paid the other way round they give ${difference}.`;
    }
    case 'digitSwap':
      return `Two digits of the count may have changed places: ${money(told.counted)} for ${money(told.expected)}.`;
    case 'note':
      return `${difference} is exactly one ${money(explanation.value)}.`;
  }
}

function exactly(
  receipts: readonly [PaidReceipt, ...PaidReceipt[]],
  difference: string,
  as: 'cash' | 'card',
  { policy }: DifferenceTold,
): string {
  const [first, ...others] = receipts;
  if (others.length === 0)
    return `${difference} is exactly ${first.receipt}, rung as ${as} ${timeText(policy, first.at)}`;
  const named = receipts.length > NAMED_MAX ? '' : `: ${receipts.map(({ receipt }) => receipt).join(', ')}`;
  return `${difference} is exactly one of ${String(receipts.length)} receipts rung as ${as}${named}`;
}

export function timeText({ locale, timeZone }: ShopPolicy, at: number): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
