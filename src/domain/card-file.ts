/** Reads an acquirer's settlement file: a table with a date, a time and an amount in each row, whatever its columns are called. */
import { CARD_CODE_LENGTH_MAX } from './card-code.ts';
import { looksLikeCardNumber } from './card-number.ts';
import { localMoment } from './local-moment.ts';
import { isMoney, money, type Money } from './money.ts';
import { isDay, type Day } from './trading-day.ts';

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** By the names in the file's first line; null where it has no such column. */
export interface CardColumns {
  readonly date: string;
  /** Null: the time is beside the date. */
  readonly time: string | null;
  readonly amount: string;
  /** Says in words whether it was a sale or a refund, where amounts have no sign. */
  readonly kind: string | null;
  readonly terminal: string | null;
  readonly code: string | null;
  readonly order: DateOrder;
}

export interface CardFileRow {
  readonly at: number;
  /** Given back below zero. */
  readonly amount: Money;
  readonly terminal: string | null;
  readonly code: string | null;
}

export interface CardFileFault {
  /** As an editor counts: the first line is 1. */
  readonly line: number;
  readonly is: 'date' | 'amount';
}

export interface CardFileTable {
  readonly names: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export const TERMINAL_LENGTH_MAX = 40;

export function readTable(text: string): CardFileTable {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const [first = '', ...others] = lines;
  const mark = [';', '\t', ','].find((each) => first.includes(each)) ?? ',';
  return {
    names: cellsOf(first, mark),
    rows: others
      .map((line, index) => ({ line: index + 2, cells: cellsOf(line, mark) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

function cellsOf(line: string, mark: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let place = 0; place < line.length; place += 1) {
    const char = line.charAt(place);
    if (char === '"' && isQuoted && line.charAt(place + 1) === '"') {
      cell += char;
      place += 1;
    } else if (char === '"') isQuoted = !isQuoted;
    else if (char === mark && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  return [...cells, cell.trim()];
}

/** What columns are called where acquirers make such files, English and German; the dearest first. */
const CALLED = {
  date: /^(transaction|trans|sale|txn|tx|buchungs|transaktions|umsatz)?[\s_-]*(date|datum|day|created|timestamp|zeitpunkt)([\s_-]*(and|&|\/)?[\s_-]*time)?$|date.*time/i,
  time: /^(transaction|trans|sale|txn|tx)?[\s_-]*(time|uhrzeit|zeit)$/i,
  amount: /^(transaction|gross|sale|total)?[\s_-]*(amount|betrag|umsatz|value|gross|brutto)\b/i,
  kind: /^(transaction|trans|txn)?[\s_-]*(type|kind|art|vorgang|transaktionsart)$/i,
  terminal: /^(terminal|tid|device|ger[aä]t)([\s_-]*(id|no|number|nr|nummer))?\.?$/i,
  code: /^(auth|approval|authori[sz]ation|genehmigungs?)[\s_-]*(code|no|number|nummer|nr)?\.?$/i,
} as const;

/** @returns null where the file has no column that can be a date, or none that can be an amount. */
export function recogniseColumns(table: CardFileTable, locale: string): CardColumns | null {
  const find = (what: keyof typeof CALLED) => table.names.find((name) => CALLED[what].test(name)) ?? null;
  const [date, amount] = [find('date'), find('amount')];
  if (date === null || amount === null) return null;
  const others = { time: find('time'), kind: find('kind'), terminal: find('terminal'), code: find('code') };
  return { date, amount, ...others, order: dateOrderOf(valuesOf(table, date), locale) };
}

/** Whether remembered columns are all there. */
export function hasColumns({ names }: CardFileTable, columns: CardColumns): boolean {
  const { date, time, amount, kind, terminal, code } = columns;
  return [date, time, amount, kind, terminal, code].every((name) => name === null || names.includes(name));
}

function valuesOf({ names, rows }: CardFileTable, name: string): string[] {
  const place = names.indexOf(name);
  return rows.map(({ cells }) => cells[place] ?? '');
}

/** What a day above twelve says, and else the custom of the country. */
export function dateOrderOf(dates: readonly string[], locale: string): DateOrder {
  const parts = dates.flatMap((text) => {
    const [, first, second] = /^(\d{1,4})[./-](\d{1,2})[./-]/.exec(text) ?? [];
    return first === undefined || second === undefined ? [] : [[first, second] as const];
  });
  if (parts.some(([first]) => first.length === 4)) return 'ymd';
  if (parts.some(([first]) => Number(first) > 12)) return 'dmy';
  if (parts.some(([, second]) => Number(second) > 12)) return 'mdy';
  return locale === 'en-US' ? 'mdy' : 'dmy';
}

export interface CardFileTerms {
  readonly digits: number;
  readonly timeZone: string;
}

export interface CardFileRead {
  readonly rows: readonly CardFileRow[];
  readonly faults: readonly CardFileFault[];
}

export function readCardFile(
  table: CardFileTable,
  columns: CardColumns,
  { digits, timeZone }: CardFileTerms,
): CardFileRead {
  const rows: CardFileRow[] = [];
  const faults: CardFileFault[] = [];
  const momentOf = localMoment(timeZone);
  const placeOf = (name: string | null) => (name === null ? -1 : table.names.indexOf(name));
  const places = {
    date: placeOf(columns.date),
    time: placeOf(columns.time),
    amount: placeOf(columns.amount),
    kind: placeOf(columns.kind),
    terminal: placeOf(columns.terminal),
    code: placeOf(columns.code),
  };
  for (const { line, cells } of table.rows) {
    const cell = (what: keyof typeof places) => cells[places[what]] ?? '';
    const at = readMoment(`${cell('date')} ${cell('time')}`.trim(), columns.order, momentOf);
    const amount = readAmount(cell('amount'), digits);
    if (at === null) faults.push({ line, is: 'date' });
    else if (amount === null) faults.push({ line, is: 'amount' });
    else
      rows.push({
        at,
        amount: REFUND.test(cell('kind')) ? money(-Math.abs(amount)) : amount,
        terminal: cell('terminal').slice(0, TERMINAL_LENGTH_MAX) || null,
        code: codeOf(cell('code')),
      });
  }
  return { rows, faults };
}

const REFUND = /refund|return|reversal|credit|gutschrift|erstattung|storno|r[uü]ckgabe/i;

/** The number of a card is never kept, wherever it stands. */
function codeOf(text: string): string | null {
  const code = text.toUpperCase();
  return code === '' || code.length > CARD_CODE_LENGTH_MAX || looksLikeCardNumber(code) ? null : code;
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;
const LOCAL =
  /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})[T,\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([AaPp]\.?[Mm]\.?)?$/;

/** @returns null where it is no date with a time. */
export function readMoment(
  text: string,
  order: DateOrder,
  momentOf: (day: Day, time: string) => number,
): number | null {
  if (ISO.test(text)) return Date.parse(text);
  const [, one, two, three, hour, minute, second = '00', half] = LOCAL.exec(text) ?? [];
  if (one === undefined || two === undefined || three === undefined || hour === undefined) return null;
  const [year, month, day] = { ymd: [one, two, three], dmy: [three, two, one], mdy: [three, one, two] }[
    order
  ];
  const date = `${fullYear(year ?? '')}-${two2(month)}-${two2(day)}`;
  const time = `${two2(String(hourOf(Number(hour), half)))}:${minute ?? '00'}:${second}`;
  return isDay(date) && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time) ? momentOf(date, time) : null;
}

function fullYear(text: string): string {
  return text.length === 2 ? `20${text}` : text;
}

function two2(text = ''): string {
  return text.padStart(2, '0');
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** Exactly: `1,234.50`, `1.234,50`, `£18.54`, `-18.54`, `18.54-`, `(18.54)`. @returns null where it is no amount of the currency. */
export function readAmount(text: string, digits: number): Money | null {
  const isBelow = /^\(.*\)$|[-\u2212]/.test(text.trim());
  const plain = text.replace(/[\s\p{Sc}+()\-\u2212']|^[A-Z]{3}|[A-Z]{3}$/gu, '');
  const marked =
    digits === 0 ? null : new RegExp(`^([\\d.,]*\\d)([.,])(\\d{1,${String(digits)}})$`).exec(plain);
  const [, whole = plain, mark = '', fraction = ''] = marked ?? [];
  if (mark !== '' && whole.includes(mark)) return null;
  if (!/^(\d+|\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+)$/.test(whole)) return null;
  const amount = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'));
  return isMoney(amount) ? money(isBelow ? 0 - amount : amount) : null;
}
