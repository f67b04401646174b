/** What the office says about card payments: the acquirer's files, and how a day's payments stand against them. */
import * as z from 'zod/mini';
import { TIME_OF_DAY } from '../domain/trading-day.ts';
import { DATE_ORDERS } from '../domain/card-file.ts';
import { countSchema, daySchema, idSchema, millisecondsSchema, moneySchema, nameSchema } from './scalars.ts';

/** A month of a busy shop is a tenth of it. */
export const CARD_FILE_BYTES_MAX = 4 * 1024 * 1024;
export const CARD_FILE_ROWS_MAX = 50_000;
/** Rows that a day is read with. */
export const CARD_ROWS_OF_DAY_MAX = 10_000;

const columnSchema = z.nullable(nameSchema);
export const cardColumnsSchema = z.object({
  date: nameSchema,
  time: columnSchema,
  amount: nameSchema,
  kind: columnSchema,
  terminal: columnSchema,
  code: columnSchema,
  order: z.enum(DATE_ORDERS),
});
/** When the acquirer's day begins, HH:MM by the shop's clock. */
export const dayBeginsSchema = z.string().check(z.regex(TIME_OF_DAY));

/** GET /cards/reading?shop= : how the shop's last file was read; null before the first. */
export const cardReadingSchema = z.object({
  columns: z.nullable(cardColumnsSchema),
  dayBegins: dayBeginsSchema,
});
export type CardReading = z.infer<typeof cardReadingSchema>;

/** POST /cards: the file as it is. Answers `cardFileBroughtSchema`. */
export const bringCardFileSchema = z.object({
  shop: idSchema,
  name: nameSchema,
  text: z.string().check(z.maxLength(CARD_FILE_BYTES_MAX)),
  columns: cardColumnsSchema,
  dayBegins: dayBeginsSchema,
});
export const cardFileBroughtSchema = z.object({
  file: idSchema,
  /** False: this very file counts already. */
  isNew: z.boolean(),
  rows: countSchema,
  sum: moneySchema,
  firstDay: daySchema,
  lastDay: daySchema,
});
export type CardFileBrought = z.infer<typeof cardFileBroughtSchema>;

const rowSchema = z.object({
  at: millisecondsSchema,
  amount: moneySchema,
  terminal: z.nullable(z.string()),
  code: z.nullable(z.string()),
});
const saleSchema = z.object({
  till: idSchema,
  tillName: nameSchema,
  inc: idSchema,
  no: countSchema,
  receipt: idSchema,
  at: millisecondsSchema,
  amount: moneySchema,
});

/** A day's card payments against the acquirer's files. */
export const cardDaySchema = z.object({
  /** Those that say something about this day, the latest first. */
  files: z.array(
    z.object({
      file: idSchema,
      name: nameSchema,
      broughtAt: millisecondsSchema,
      byName: nameSchema,
      rows: countSchema,
      firstDay: daySchema,
      lastDay: daySchema,
    }),
  ),
  matched: z.object({ count: countSchema, sum: moneySchema }),
  interchangeable: z.array(
    z.object({
      count: countSchema,
      amount: moneySchema,
      from: millisecondsSchema,
      until: millisecondsSchema,
    }),
  ),
  rowsWithoutSale: z.array(rowSchema),
  salesWithoutRow: z.array(saleSchema),
  /** At moments that no file covers yet. */
  waiting: z.object({ count: countSchema, sum: moneySchema }),
});
export type CardDay = z.infer<typeof cardDaySchema>;
