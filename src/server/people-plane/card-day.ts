/** A day's card payments against what the acquirer has. Pure. */
import { matchCards, CARD_APART_MS_MAX, type CardPair } from '../../domain/match-cards.ts';
import { addMoney, NO_MONEY } from '../../domain/money.ts';
import type { Day } from '../../domain/trading-day.ts';
import type { CardDay } from '../../protocol/card-messages.ts';
import { countingAt, type CardRecords, type RungByCard } from './card-records.ts';
import type { TillRecord } from './day-records.ts';

const NOT_BROUGHT: CardDay = {
  files: [],
  matched: { count: 0, sum: NO_MONEY },
  interchangeable: [],
  rowsWithoutSale: [],
  salesWithoutRow: [],
  waiting: { count: 0, sum: NO_MONEY },
};

export function cardDay(cards: CardRecords | null, day: Day, tills: readonly TillRecord[]): CardDay {
  if (cards === null) return NOT_BROUGHT;
  const { files, from, until } = cards;
  const found = matchCards(cards.sales, cards.rows);
  const dayOf = new Map(cards.sales.map((sale) => [sale.id, sale]));
  const isOfDay = ({ sale }: CardPair) => dayOf.get(sale.id)?.day === day;
  const left = cards.sales.filter(
    (sale) => sale.day === day && found.salesWithoutRow.some(({ id }) => id === sale.id),
  );
  const missing = left.filter((sale) => isCovered(cards, sale));
  const waiting = left.filter((sale) => !missing.includes(sale));
  const matched = found.matched.filter(isOfDay);
  return {
    files: files
      .filter((file) => file.from < until && file.until > from)
      .map(({ file, name, broughtAt, byName, rows, firstDay, lastDay }) => ({
        ...{ file, name, broughtAt, byName, rows, firstDay, lastDay },
      })),
    matched: sumOf(matched.map(({ sale }) => sale)),
    interchangeable: found.interchangeable.filter((group) => group.some(isOfDay)).map(groupRow),
    rowsWithoutSale: found.rowsWithoutSale
      .filter(({ at }) => from <= at && at < until)
      .map(({ at, amount, terminal, code }) => ({ at, amount, terminal, code })),
    salesWithoutRow: missing.map(({ till, inc, no, receipt, at, amount }) => ({
      ...{ till, inc, no, receipt, at, amount },
      tillName: tills.find((one) => one.till === till)?.name ?? till,
    })),
    waiting: sumOf(waiting),
  };
}

/** Also where its row may be: just before, or in the file that is still to come. */
function isCovered({ files }: CardRecords, { at }: RungByCard): boolean {
  return [at - CARD_APART_MS_MAX, at, at + CARD_APART_MS_MAX].every((one) => countingAt(files, one) !== null);
}

function sumOf(sales: readonly { readonly amount: RungByCard['amount'] }[]): CardDay['matched'] {
  return { count: sales.length, sum: addMoney(...sales.map(({ amount }) => amount)) };
}

function groupRow(group: readonly CardPair[]): CardDay['interchangeable'][number] {
  const times = group.map(({ sale }) => sale.at);
  const amount = group[0]?.sale.amount ?? NO_MONEY;
  return { count: group.length, amount, from: Math.min(...times), until: Math.max(...times) };
}
