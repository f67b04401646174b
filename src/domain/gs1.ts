/** Takes a GS1 element string apart, as a scanner reads it or as people print it: *(01)09501101530003(3103)000500*. */
import { gs1IdentifierAt, type Gs1Field } from './gs1-identifiers.ts';

export interface Gs1Element {
  /** The application identifier. */
  readonly ai: string;
  readonly value: string;
}

/** FNC1, as scanners send it between fields. */
export const GS1_SEPARATOR = '\u001d';

/** Null when the text is no element string from its first sign to its last. Check digits are not looked at. */
export function parseGs1(text: string): readonly Gs1Element[] | null {
  return text.startsWith('(') ? parseBracketed(text) : parseRun(text);
}

function parseRun(text: string): readonly Gs1Element[] | null {
  const elements: Gs1Element[] = [];
  let rest = text.startsWith(GS1_SEPARATOR) ? text.slice(1) : text;
  while (rest !== '') {
    const found = gs1IdentifierAt(rest);
    if (found === null) return null;
    const value = valueAt(rest.slice(found.ai.length), found.field);
    if (value === null) return null;
    elements.push({ ai: found.ai, value });
    rest = rest.slice(found.ai.length + value.length);
    if (rest.startsWith(GS1_SEPARATOR)) rest = rest.slice(1);
  }
  return elements.length === 0 ? null : elements;
}

function valueAt(rest: string, field: Gs1Field): string | null {
  const end = rest.indexOf(GS1_SEPARATOR);
  const upToEnd = end === -1 ? rest : rest.slice(0, end);
  const value = field.shortest === field.longest ? upToEnd.slice(0, field.longest) : upToEnd;
  return isValueOf(value, field) ? value : null;
}

function isValueOf(value: string, { shortest, longest, digitsOnly }: Gs1Field): boolean {
  return value.length >= shortest && value.length <= longest && (!digitsOnly || /^\d+$/.test(value));
}

function parseBracketed(text: string): readonly Gs1Element[] | null {
  const parts = [...text.matchAll(/\((\d{2,4})\)([^(]+)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return null;
  const elements = parts.map(([, ai = '', value = '']) => ({ ai, value: value.trim() }));
  return elements.every(isElement) ? elements : null;
}

function isElement({ ai, value }: Gs1Element): boolean {
  const found = gs1IdentifierAt(ai);
  return found?.ai === ai && isValueOf(value, found.field);
}

/** The figure of an identifier whose last digit says how many decimals it has: 3102 and 002004 are 20.04, as 2004 and 2. */
export function gs1Figure({ ai, value }: Gs1Element): { readonly digits: number; readonly decimals: number } {
  return { digits: Number(value), decimals: Number(ai.at(-1)) };
}

/** YYMMDD as a day; day 00 is the last of the month, and the century is the one that lies nearer (section 7.12). Null when there is no such day. */
export function gs1Date(yymmdd: string, thisYear: number): string | null {
  const [, yy, mm, dd] = /^(\d\d)(\d\d)(\d\d)$/.exec(yymmdd) ?? [];
  const month = Number(mm);
  if (yy === undefined || dd === undefined || month < 1 || month > 12) return null;
  const year = nearYear(Number(yy), thisYear);
  const days = daysIn(year, month);
  if (Number(dd) > days) return null;
  const day = dd === '00' ? days : Number(dd);
  return `${year}-${mm}-${String(day).padStart(2, '0')}`;
}

function nearYear(yy: number, thisYear: number): number {
  const year = thisYear - (thisYear % 100) + yy;
  if (year - thisYear >= 51) return year - 100;
  return year - thisYear <= -50 ? year + 100 : year;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
