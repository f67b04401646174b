/** What the office and the people plane say about who changed what, under /api/v1/people/acts. */
import * as z from 'zod/mini';
import { countSchema, idSchema, millisecondsSchema, nameSchema } from './scalars.ts';

/** What acts are about. One that is in none of these is written down too, and shown among all. */
export const ACTS_OF_KIND = {
  catalogue: [
    'productAdded',
    'productChanged',
    'productRetired',
    'productsImported',
    'importTakenBack',
    'taxChanged',
    'tilesArranged',
  ],
  staff: ['personAdded', 'personChanged', 'personEnded', 'personBack', 'pinMade', 'officeAccountMade'],
  rules: ['rulesChanged'],
  setUp: ['businessFounded', 'businessChanged', 'shopChanged', 'taxWayChanged', 'setUpStepSaid'],
  tills: [
    'tillAdded',
    'codeIssued',
    'tillEnrolled',
    'tillRekeyed',
    'tillReplaced',
    'tillRenamed',
    'tillMoved',
    'replacementCodeIssued',
    'spareCodesIssued',
    'tillRepinned',
    'tillKnownAgain',
    'tillRevoked',
    'tillUnrevoked',
    'journalImported',
    'drawerAssigned',
    'drawerChanged',
  ],
  day: ['flagsSettled', 'settlementTakenBack', 'daySigned', 'cardFileBrought', 'cardFileUndone'],
  signIns: [
    'signedIn',
    'signedOut',
    'signInEnded',
    'passwordWrong',
    'codeWrong',
    'signInHeld',
    'passwordChanged',
    'secondFactorOn',
    'secondFactorOff',
  ],
} as const;
export type ActKind = keyof typeof ACTS_OF_KIND;
export type KnownAct = (typeof ACTS_OF_KIND)[ActKind][number];

export const actKindSchema = z.enum(['catalogue', 'staff', 'rules', 'setUp', 'tills', 'day', 'signIns']);

export const actRowSchema = z.object({
  id: countSchema,
  at: millisecondsSchema,
  /** Null: the system or a till. */
  person: z.nullable(nameSchema),
  /** Its name; null: about no till. */
  till: z.nullable(nameSchema),
  /** Mostly a known act; another version's where it is newer. */
  act: idSchema,
  /** As it was written down: names, reasons, before and after as JSON. */
  detail: z.record(z.string(), z.string()),
});
export type ActRow = z.infer<typeof actRowSchema>;

/** GET /acts?person=&kind=&after= : the latest first. */
export const actsPageSchema = z.object({
  rows: z.array(actRowSchema),
  /** Null at the end. */
  after: z.nullable(z.string()),
  total: countSchema,
});
export type ActsPage = z.infer<typeof actsPageSchema>;
