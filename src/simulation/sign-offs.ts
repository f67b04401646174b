/**
 * A day signed off by a manager, as the design has it: a signature stands under exactly what head office held then, by order of
 * arrival. What arrives later keeps its day, and is an addendum until it has a signature of its own.
 */
import * as z from 'zod/mini';
import type { Figures, LedgerRow, OfficeTables, SignOff } from './ledger-tables.ts';

type Ledger = Pick<OfficeTables, 'facts' | 'signOffs'>;

const daySchema = z.object({ day: z.string(), body: z.unknown() });
const saleSchema = z.object({ sale: z.string(), totals: z.object({ gross: z.number() }) });

/** Signs what no signature stands under. @returns the days signed. */
export function signOff(tables: OfficeTables): string[] {
  const days = new Set([...tables.facts.values()].flat().flatMap((row) => read(row)?.day ?? []));
  const open = [...days].filter((day) => addendum(tables, day).sales > 0);
  for (const day of open) {
    const seen = new Map([...tables.facts].map(([key, rows]) => [key, rows.length]));
    tables.signOffs = [...tables.signOffs, { day, seen, figures: addendum(tables, day) }];
  }
  return open;
}

/** What arrived since the day was last signed; all of it, if it never was. */
export function addendum(tables: Ledger, day: string): Figures {
  const last = signaturesOf(tables, day).at(-1);
  return figuresOf(tables, day, (key, index) => index >= (last?.seen.get(key) ?? 0));
}

/** A signature stands for ever under what it stood under, and signed and late together are the day. Each line says what is not. */
export function wrongSignOffs(tables: Ledger): string[] {
  const days = new Set(tables.signOffs.map(({ day }) => day));
  return [...days].flatMap((day) => {
    const signed = signaturesOf(tables, day);
    const changed = signed.filter((one, index) => {
      const before = signed[index - 1]?.seen;
      const under = figuresOf(
        tables,
        day,
        (key, at) => at >= (before?.get(key) ?? 0) && at < (one.seen.get(key) ?? 0),
      );
      return !isSame(under, one.figures);
    });
    const whole = figuresOf(tables, day, () => true);
    const told = [...signed.map(({ figures }) => figures), addendum(tables, day)].reduce(sum);
    return [
      ...changed.map(
        ({ figures }) => `${day} was signed with ${JSON.stringify(figures)} and tells another story`,
      ),
      ...(isSame(whole, told) ? [] : [`${day}: signed and late are not what head office holds`]),
    ];
  });
}

function signaturesOf({ signOffs }: Ledger, day: string): SignOff[] {
  return signOffs.filter((one) => one.day === day);
}

function figuresOf({ facts }: Ledger, day: string, counts: (key: string, index: number) => boolean): Figures {
  let figures = { sales: 0, gross: 0 };
  for (const [key, rows] of facts)
    rows.forEach((row, index) => {
      const told = counts(key, index) ? read(row) : null;
      if (told?.day === day && told.gross !== null) figures = sum(figures, { sales: 1, gross: told.gross });
    });
  return figures;
}

function sum(one: Figures, other: Figures): Figures {
  return { sales: one.sales + other.sales, gross: one.gross + other.gross };
}

function isSame(one: Figures, other: Figures): boolean {
  return one.sales === other.sales && one.gross === other.gross;
}

interface Told {
  readonly day: string;
  /** Of a sale. */
  readonly gross: number | null;
}

/** A row never changes, and is looked at often. */
const READ = new WeakMap<LedgerRow, Told>();

function read(row: LedgerRow): Told | null {
  if (row.quarantined !== null) return null;
  const known = READ.get(row);
  if (known !== undefined) return known;
  const { day, body } = daySchema.parse(JSON.parse(row.bytes));
  const told = { day, gross: saleSchema.safeParse(body).data?.totals.gross ?? null };
  READ.set(row, told);
  return told;
}
