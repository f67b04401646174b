/** What the office asks and hears about takings over days and shops; every report of a range adds up to the same totals. */
import * as z from 'zod/mini';
import {
  countSchema,
  daySchema,
  idSchema,
  millisecondsSchema,
  moneySchema,
  quantitySchema,
} from './scalars.ts';

export const reportBySchema = z.enum([
  'day',
  'hour',
  'clerk',
  'product',
  'category',
  'tender',
  'tax',
  'shop',
]);
export type ReportBy = z.infer<typeof reportBySchema>;

/** Posted receipts only; returned goods are below zero. */
const figuresSchema = z.object({
  lines: countSchema,
  units: quantitySchema,
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
});

const receiptFiguresSchema = z.object({
  sales: countSchema,
  refunds: countSchema,
  /** As corrected: what was paid after all. cash + card = gross + cashRounding. */
  cash: moneySchema,
  card: moneySchema,
  cashRounding: moneySchema,
});

/** Of the gross: on days signed off, what was seen then and what came later; and what is on days not signed yet. */
const standingSchema = z.object({ signed: moneySchema, late: moneySchema, unsigned: moneySchema });

export const reportRowSchema = z.object({
  /** A day; an hour 00 to 23; a rate in basis points; cash, card, cashAndCard or nothing; else an id, empty where there is none. */
  key: z.string(),
  /** Null where the key says it all. */
  name: z.nullable(z.string()),
  /** A product's stock number. */
  sku: z.nullable(z.string()),
  figures: figuresSchema,
  /** Null where rows part receipts: by product, category and tax. */
  receipts: z.nullable(receiptFiguresSchema),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

/** GET /reports?by=&from=&to=&shops= : shops are parted by commas, days are both included. */
export const reportSchema = z.object({
  by: reportBySchema,
  from: daySchema,
  to: daySchema,
  shops: z.array(idSchema),
  readAt: millisecondsSchema,
  totals: z.object({
    figures: figuresSchema,
    receipts: receiptFiguresSchema,
    standing: standingSchema,
  }),
  rows: z.array(reportRowSchema),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportTotals = Report['totals'];
