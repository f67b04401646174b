/** The schema of a fact's kind and body together: how projections and tills read what a fact says. */
import * as z from 'zod/mini';
import type { FactBody } from '../domain/fact-body.ts';
import { FACT_BYTES_MAX } from './limits.ts';
import { ageRefusedSchema, saleParkedSchema, saleRecalledSchema, saleVoidedSchema } from './open-sale.ts';
import { personToldSchema } from './person-body.ts';
import { receiptBodySchema } from './receipt-body.ts';
import { countSchema, factNumberSchema, hashSchema, idSchema, millisecondsSchema } from './scalars.ts';
import {
  cashCountedSchema,
  cashMovedSchema,
  drawerHandedOverSchema,
  paymentCorrectedSchema,
  shiftClosedSchema,
  shiftOpenedSchema,
} from './shift-body.ts';

const capabilitySchema = z.enum(['signIn', 'sending', 'catalogue']);
const versionSchema = z.object({ epoch: idSchema, version: countSchema });

/** The whole text of what was allowed: a sale's names each of its lines. */
const actSchema = z.string().check(z.minLength(1), z.maxLength(FACT_BYTES_MAX));

export const factBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saleCompleted'), body: receiptBodySchema }),
  z.object({ kind: z.literal('refundGiven'), body: receiptBodySchema }),
  z.object({ kind: z.literal('saleParked'), body: saleParkedSchema }),
  z.object({ kind: z.literal('saleRecalled'), body: saleRecalledSchema }),
  z.object({ kind: z.literal('saleVoided'), body: saleVoidedSchema }),
  z.object({ kind: z.literal('ageRefused'), body: ageRefusedSchema }),
  z.object({ kind: z.literal('cashMoved'), body: cashMovedSchema }),
  z.object({ kind: z.literal('paymentCorrected'), body: paymentCorrectedSchema }),
  z.object({ kind: z.literal('shiftOpened'), body: shiftOpenedSchema }),
  z.object({ kind: z.literal('cashCounted'), body: cashCountedSchema }),
  z.object({ kind: z.literal('drawerHandedOver'), body: drawerHandedOverSchema }),
  z.object({ kind: z.literal('shiftClosed'), body: shiftClosedSchema }),
  z.object({
    kind: z.literal('journalStarted'),
    body: z.object({
      parent: z.nullable(z.object({ inc: idSchema, no: factNumberSchema, hash: hashSchema })),
      series: idSchema,
    }),
  }),
  z.object({ kind: z.literal('signedIn'), body: z.object({ staff: idSchema }) }),
  z.object({
    kind: z.literal('signInFailed'),
    body: z.object({ staff: idSchema, wrongInARow: countSchema }),
  }),
  z.object({ kind: z.literal('lockedOut'), body: z.object({ staff: idSchema, lock: idSchema }) }),
  z.object({ kind: z.literal('pinSet'), body: personToldSchema }),
  z.object({ kind: z.literal('personAdded'), body: personToldSchema }),
  z.object({
    kind: z.literal('approvalGiven'),
    body: z.object({ approver: idSchema, act: actSchema, digest: hashSchema }),
  }),
  z.object({
    kind: z.literal('outageNoticed'),
    body: z.object({ capability: capabilitySchema, since: millisecondsSchema }),
  }),
  z.object({
    kind: z.literal('outageEnded'),
    body: z.object({ capability: capabilitySchema, since: millisecondsSchema, until: millisecondsSchema }),
  }),
  z.object({ kind: z.literal('rosterApplied'), body: versionSchema }),
  z.object({ kind: z.literal('catalogueApplied'), body: versionSchema }),
  z.object({
    kind: z.literal('drillStarted'),
    body: z.object({
      drill: idSchema,
      what: z.enum(['signIn', 'sending', 'everything']),
      until: millisecondsSchema,
    }),
  }),
  z.object({
    kind: z.literal('drillEnded'),
    body: z.object({ drill: idSchema, at: millisecondsSchema, how: z.enum(['byItself', 'early']) }),
  }),
  z.object({ kind: z.literal('updateApplied'), body: z.object({ from: idSchema, to: idSchema }) }),
  z.object({ kind: z.literal('clockJumped'), body: z.object({ byMs: millisecondsSchema }) }),
  z.object({
    kind: z.literal('holeDeclared'),
    body: z.object({
      inc: idSchema,
      from: factNumberSchema,
      to: factNumberSchema,
      why: z.enum(['pruned', 'lost']),
    }),
  }),
  z.object({
    kind: z.literal('journalDamaged'),
    body: z.object({
      inc: idSchema,
      why: z.enum(['factsLost', 'diverged', 'copyUnreadable', 'storageLost']),
      recovered: countSchema,
    }),
  }),
  z.object({
    kind: z.literal('journalExported'),
    body: z.object({ waitingFacts: countSchema, waitingSales: countSchema }),
  }),
]) satisfies z.ZodMiniType<FactBody>;
