/** Card payments that only one side knows of, as questions: reckoned whenever a day is read, because the next file may answer them. */
import { createHash } from 'node:crypto';
import type { Money } from '../../domain/money.ts';
import { causeOf } from '../../domain/settlement.ts';
import type { CardDay } from '../../protocol/card-messages.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { moneyText } from '../projections/till-place.ts';
import type { DayRecords } from './day-records.ts';
import { timeText } from './difference-words.ts';

/** Beyond it something else is wrong, and they are one question. */
export const CARD_QUESTIONS_MAX = 20;
/** A sale rung as cash is told beside a card payment of its amount that is no further from it. */
const CASH_NEAR_MS = 10 * 60_000;
/** Of a question about no till: the acquirer names none. */
export const NO_TILL = 'cards';

/** @returns those that nobody settled. */
export function cardQuestions(records: DayRecords, cards: CardDay): Flag[] {
  const { rowsWithoutSale, salesWithoutRow } = cards;
  return [
    ...rowsWithoutSale.map((row, place) => rowFlag(records, rowsWithoutSale, row, place)),
    ...salesWithoutRow.map((sale) => saleFlag(records, salesWithoutRow, sale)),
  ].filter(({ id }) => !records.settledQuestions.includes(id));
}

type Row = CardDay['rowsWithoutSale'][number];
type Sale = CardDay['salesWithoutRow'][number];

function rowFlag(records: DayRecords, all: readonly Row[], row: Row, place: number): Flag {
  const { at, amount, terminal, code } = row;
  // Two rows may be alike in all that is known of them.
  const alike = all.slice(0, place).filter((one) => one.at === at && one.amount === amount).length;
  return {
    id: idOf(['cardWithoutSale', at, amount, terminal, code, alike]),
    kind: 'cardWithoutSale',
    group: causeOf.cardWithoutSale,
    subject: subjectOf(all),
    till: NO_TILL,
    tillName: terminal ?? 'Card terminal',
    receipt: null,
    inc: NO_TILL,
    no: 0,
    at,
    value: amount,
    evidence: [
      { label: 'The acquirer has', text: amountAt(records, amount, at) },
      ...(terminal === null ? [] : [{ label: 'Card terminal', text: terminal }]),
      ...(code === null ? [] : [{ label: 'Approval code', text: code }]),
      { label: 'Sale', text: 'None of this amount within five minutes.' },
      ...cashLike(records, row),
    ],
  };
}

function cashLike(records: DayRecords, { at, amount }: Row): Flag['evidence'] {
  const [first] = records.receipts
    .filter((receipt) => receipt.cash === amount && Math.abs(receipt.at - at) <= CASH_NEAR_MS)
    .sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at));
  if (first === undefined) return [];
  const text = `${first.receipt} was rung as cash ${timeText(records.policy, first.at)}. Make it card?`;
  return [{ label: 'What it may be', text }];
}

function saleFlag(records: DayRecords, all: readonly Sale[], sale: Sale): Flag {
  const { till, tillName, receipt, inc, no, at, amount } = sale;
  return {
    id: idOf(['saleWithoutCard', till, inc, no, amount]),
    kind: 'saleWithoutCard',
    group: causeOf.saleWithoutCard,
    subject: subjectOf(all),
    ...{ till, tillName, receipt, inc, no, at, value: amount },
    evidence: [
      { label: 'Rung by card', text: amountAt(records, amount, at) },
      { label: 'The acquirer has', text: 'Nothing of this amount within five minutes.' },
    ],
  };
}

function amountAt({ policy }: DayRecords, amount: Money, at: number): string {
  return `${moneyText({ policy }, amount)} at ${timeText(policy, at)}`;
}

function subjectOf(all: readonly unknown[]): string {
  return all.length > CARD_QUESTIONS_MAX ? 'many' : '';
}

function idOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
