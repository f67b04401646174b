/** An act in words: what was done, to what, and what became what. Pure. */
import * as z from 'zod/mini';
import { RULE_NAMES } from '../../domain/shop-rules.ts';
import type { ActRow } from '../../protocol/act-messages.ts';
import { openingHoursSchema } from '../../protocol/roster.ts';
import { hoursWords } from '../hours/hours-words.ts';
import { weekText } from '../hours/typed-hours.ts';
import { rulesWords } from '../rules/rules-words.ts';
import type { OfficeShop, ShopFormat } from '../shop-format.ts';
import { setUpWords } from '../set-up/set-up-words.ts';
import { staffWords } from '../staff/staff-words.ts';
import { actsWords as words } from './acts-words.ts';

export interface ToldChange {
  readonly field: string;
  /** Null: it was not there. */
  readonly from: string | null;
  /** Null: it is gone. */
  readonly to: string | null;
}

export interface ToldAct {
  readonly what: string;
  /** A product, a person, a till, a day; empty where there is none. */
  readonly about: string;
  /** A reason in a person's own words; empty where none was given. */
  readonly why: string;
  readonly changes: readonly ToldChange[];
}

interface Terms {
  readonly shop: OfficeShop;
  readonly format: ShopFormat;
}

type Parts = Readonly<Record<string, unknown>>;
const partsSchema = z.record(z.string(), z.unknown());

export function toldAct({ act, till, detail }: ActRow, terms: Terms): ToldAct {
  const before = partsOf(detail['before']);
  const after = partsOf(detail['after']);
  const name = detail['name'] ?? textOf(after['name']) ?? textOf(before['name']);
  return {
    what: textAt(words.acts, act) ?? act,
    about: name ?? till ?? detail['day'] ?? detail['device'] ?? stepName(detail) ?? '',
    why: detail['why'] ?? '',
    changes: [...changesOf(before, after, terms), ...changesOfPerson(detail)],
  };
}

function stepName({ step }: ActRow['detail']): string | undefined {
  return step === undefined ? undefined : (textAt(setUpWords.names, step) ?? step);
}

function changesOf(before: Parts, after: Parts, terms: Terms): ToldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => field !== 'id' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      field: nameOfField(field, terms),
      from: field in before ? valueText(field, before[field], terms) : null,
      to: field in after ? valueText(field, after[field], terms) : null,
    }));
}

/** Kept under names of their own: a person's entry is no JSON. */
function changesOfPerson({
  name,
  nameBefore,
  role,
  roleBefore,
  email,
  said,
}: ActRow['detail']): ToldChange[] {
  const roleText = (id: string) => textAt(staffWords.roles, id) ?? id;
  return [
    ...(nameBefore === undefined ? [] : [{ field: words.fields.name, from: nameBefore, to: name ?? null }]),
    ...(role === undefined
      ? []
      : [
          {
            field: words.fields.role,
            from: roleBefore === undefined ? null : roleText(roleBefore),
            to: roleText(role),
          },
        ]),
    ...(said === undefined
      ? []
      : [{ field: words.fields.said, from: null, to: textAt(setUpWords.states, said) ?? said }]),
    ...(email === undefined ? [] : [{ field: staffWords.email, from: null, to: email }]),
  ];
}

function nameOfField(field: string, { shop }: Terms): string {
  const rule = RULE_NAMES.find((name) => name === field);
  if (rule === undefined) return textAt(words.fields, field) ?? field;
  const name = rulesWords.rules[rule];
  return typeof name === 'string' ? name : name(shop.currency.code);
}

const SHARES = new Set(['clerkDiscount', 'supervisorDiscount', 'staffDiscount']);
const SUMS = new Set(['refundLimit', 'cashStep', 'float', 'cashTolerance', 'cardCodeAbove']);

function valueText(field: string, value: unknown, { format }: Terms): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'number') {
    if (SHARES.has(field)) return format.rate(value);
    return SUMS.has(field) ? format.money(value) : format.count(value);
  }
  if (field === 'prices') return pricesText(value, format);
  if (field === 'tax') return taxText(value);
  if (field === 'openingHours') return hoursText(value);
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  return textAt({ ...words.units, ...rulesWords.repeatScans }, value) ?? value;
}

const pricesSchema = z.array(z.object({ from: z.string(), price: z.number() }));

function pricesText(value: unknown, format: ShopFormat): string {
  const prices = z.catch(pricesSchema, []).parse(value);
  if (prices.length === 0) return words.nothing;
  return prices.map(({ from, price }) => words.priceFrom(format.money(price), from)).join(', ');
}

function hoursText(value: unknown): string {
  const hours = z.safeParse(openingHoursSchema, value);
  return hours.success ? weekText(hours.data, hoursWords) : words.nothing;
}

/** The ids of its classes: their names are the shop's own. */
function taxText(value: unknown): string {
  const { is: _, ...classes } = z.catch(partsSchema, {}).parse(value);
  return Object.values(classes).map(String).join(' / ');
}

function partsOf(text: string | undefined): Parts {
  if (text === undefined) return {};
  try {
    return z.catch(partsSchema, {}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textAt(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
