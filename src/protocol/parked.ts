/**
 * Baskets parked on other tills of the shop. They cannot be taken up without head office: only it can see to it that one till alone does.
 *
 *     GET  /api/v1/parked   → ParkedElsewhere: what the others have parked, and which of our own are gone
 *     POST /api/v1/claim    { sale } → ClaimAnswer: ours from now on, or whose it is. Asking again is the same answer.
 */
import * as z from 'zod/mini';
import { openSaleSchema } from './open-sale.ts';
import { countSchema, daySchema, idSchema, millisecondsSchema, moneySchema, nameSchema } from './scalars.ts';

/** Longest list a till is told. */
export const PARKED_ELSEWHERE_MAX = 100;

export const parkedBasketSchema = z.object({
  sale: idSchema,
  name: nameSchema,
  gross: moneySchema,
  lines: countSchema,
  /** Anchored clock of the till that parked it. */
  at: millisecondsSchema,
  staff: idSchema,
  tillName: nameSchema,
});

export const parkedElsewhereSchema = z.object({
  parked: z.array(parkedBasketSchema).check(z.maxLength(PARKED_ELSEWHERE_MAX)),
  /** Sales that this till parked and another has taken up: they are parked here no more. */
  taken: z.array(idSchema).check(z.maxLength(PARKED_ELSEWHERE_MAX)),
});
export type ParkedElsewhere = z.infer<typeof parkedElsewhereSchema>;

export const claimRequestSchema = z.object({ sale: idSchema });

export const claimAnswerSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('claimed'),
    /** The till it was parked on. */
    till: idSchema,
    name: nameSchema,
    gross: moneySchema,
    day: daySchema,
    at: millisecondsSchema,
    staff: idSchema,
    open: openSaleSchema,
  }),
  /** Taken up, thrown away, or never parked. */
  z.object({ is: z.literal('gone') }),
]);
export type ClaimAnswer = z.infer<typeof claimAnswerSchema>;
