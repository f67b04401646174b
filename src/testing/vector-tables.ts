/** The tables of expected results in ../shared/data/vectors: their shapes, and which of their cases state our policy. */
import * as z from 'zod';
import { readSharedTable } from './shared-data.ts';

export const VECTORS = 'vectors';

/** A case that is not ours to pass, and why. */
export interface LeftOut {
  readonly id: string;
  readonly why: string;
}

/** The cases of a table, parted by whether they state a policy that the shop has. */
export interface PartedCases<Case> {
  readonly ours: readonly Case[];
  readonly leftOut: readonly LeftOut[];
}

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const roundingSchema = z.object({
  cases: z.array(
    z.object({
      amount: decimal,
      digits: z.number(),
      mode: z.enum(['half-away-from-zero', 'up (away from zero)']),
      expected: decimal,
    }),
  ),
  family: z.object({
    pairs: z.array(z.object({ fraction: decimal, expected: decimal, digits: z.number() })),
    members: z.number(),
  }),
  isZeroAt2Digits: z.array(z.object({ amount: decimal, expected: z.boolean() })),
});

export const readRoundingTable = () => readSharedTable('vectors/rounding-half-away.json', roundingSchema);

const allocationSchema = z.object({
  cases: z.array(
    z.object({
      weights: z.array(z.number()),
      total: z.number(),
      expected: z.array(z.number()),
      policy: z.string(),
    }),
  ),
});

export function readAllocationCases() {
  const { cases } = readSharedTable('vectors/allocation.json', allocationSchema);
  return part('allocation', cases, ({ policy }) =>
    policy.startsWith('largest remainder') ? null : `another policy: ${policy}`,
  );
}

const documentLineSchema = z.object({
  quantity: decimal,
  unitPrice: decimal,
  discountPercent: decimal,
  taxRate: decimal.nullable().optional(),
  taxes: z.string().optional(),
});

const documentSchema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      policy: z.string(),
      priceIncluded: z.union([z.boolean(), z.string()]),
      lines: z.array(documentLineSchema),
      expected: z.object({
        base: decimal,
        tax: decimal,
        total: decimal,
        byRate: z.array(z.object({ rate: decimal, base: decimal, tax: decimal })).optional(),
      }),
    }),
  ),
});

export function readTaxDocumentCases() {
  const { cases } = readSharedTable('vectors/tax-document-odoo.json', documentSchema);
  return part('tax-document', cases, ({ lines }) =>
    lines.some((line) => line.taxes !== undefined)
      ? 'several taxes on a line, one on top of another; a line has one rate here'
      : null,
  );
}

const taxLineSchema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      unitPrice: decimal,
      quantity: decimal,
      taxes: z.array(z.object({ kind: z.string(), rate: decimal, priceIncluded: z.boolean() })),
      rounding: z.enum(['per-line', 'globally']),
      precision: decimal.nullable(),
      expected: z.object({
        totalIncluded: decimal,
        totalExcluded: decimal,
        taxes: z.array(z.object({ base: decimal, amount: decimal })),
      }),
    }),
  ),
});

export function readTaxLineCases() {
  const { cases } = readSharedTable('vectors/tax-line-odoo.json', taxLineSchema);
  return part('tax-line', cases, ({ taxes, rounding }) => {
    const kinds = new Set(taxes.map((tax) => tax.kind).filter((kind) => kind !== 'percent'));
    if (kinds.size > 0) return `a tax that is not a percentage of the price: ${[...kinds].join(', ')}`;
    if (taxes.length > 1) return 'several taxes on a line; a line has one rate here';
    return rounding === 'globally' ? 'unrounded figures of one line; ours are whole minor units' : null;
  });
}

const cashRoundingSchema = z.object({
  cases: z.array(
    z.object({
      step: z.number().optional(),
      stepAmount: decimal.optional(),
      amount: decimal,
      currency: z.string().optional(),
      mode: z.string(),
      expected: z.string(),
    }),
  ),
});

export function readCashRoundingCases() {
  const { cases } = readSharedTable('vectors/cash-rounding.json', cashRoundingSchema);
  return part('cash-rounding', cases, ({ mode }) =>
    mode === 'half-away-from-zero' ? null : `another way to round: ${mode}`,
  );
}

const gtinSchema = z.object({
  checkDigit: z.array(z.object({ code: z.string(), valid: z.boolean() })),
  embedded: z.array(
    z.object({ rule: z.string(), code: z.string(), baseCode: z.string(), value: z.string().nullable() }),
  ),
  invalidRules: z.array(z.string()),
  gs1: z.array(z.object({ text: z.string(), ais: z.array(z.tuple([z.string(), z.string()])) })),
  gs1Dates: z.array(z.object({ yymmdd: z.string(), date: z.string().nullable() })),
});

export const readGtinTable = () => readSharedTable('vectors/gtin.json', gtinSchema);

/** A rule of theirs names only the figure: `.` is part of the item. Ours marks the last digit of an EAN as its check digit. */
export function readEmbeddedCases() {
  const { embedded, invalidRules } = readGtinTable();
  return {
    rules: part('gtin-embedded', embedded, ({ rule }) =>
      rule.startsWith('ean8 {') ? 'a code that is all value and names no item' : null,
    ),
    invalid: part(
      'gtin-invalid-rule',
      invalidRules.map((rule) => ({ rule })),
      ({ rule }) =>
        /D/.test(rule) ? 'a decimal point inside the figure; ours are whole minor units or grams' : null,
    ),
  };
}

const gs1Schema = z.object({
  cases: z.array(z.object({ elementString: z.string(), expected: z.string().nullable() })),
});

export const readGs1Cases = () => readSharedTable('vectors/gs1-element-strings.json', gs1Schema).cases;

/** Cases without an id of their own are named by their table and position, from 1. */
function part<Case extends object>(
  table: string,
  cases: readonly Case[],
  whyNot: (one: Case) => string | null,
): PartedCases<Case & { readonly id: string }> {
  const named = cases.map((one, index) => ({ id: `${table}-${index + 1}`, ...one }));
  const judged = named.map((one) => ({ one, why: whyNot(one) }));
  return {
    ours: judged.flatMap(({ one, why }) => (why === null ? [one] : [])),
    leftOut: judged.flatMap(({ one, why }) => (why === null ? [] : [{ id: one.id, why }])),
  };
}
