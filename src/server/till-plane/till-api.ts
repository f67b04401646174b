/** The till plane's routes for the description of the interface. */
import * as z from 'zod/mini';
import { enrolAnswerSchema, enrolRequestSchema } from '../../protocol/enrol.ts';
import { holeSchema } from '../../protocol/hole.ts';
import { importAnswerSchema } from '../../protocol/journal-export.ts';
import { claimAnswerSchema, claimRequestSchema, parkedElsewhereSchema } from '../../protocol/parked.ts';
import { pullAnswerSchema } from '../../protocol/pull.ts';
import { pushAnswerSchema } from '../../protocol/push.ts';
import { repinAnswerSchema, repinRequestSchema } from '../../protocol/repin.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import type { ApiRoute } from '../api/api-operation.ts';

const pullInputSchema = z.object({
  stream: z.enum(['catalogue', 'roster']),
  cursor: z.optional(z.string()),
  protocol: z.optional(z.string()),
});

const NDJSON = 'application/x-ndjson';

export const tillApi: readonly ApiRoute[] = [
  {
    ...post(TILL_ROUTES.push),
    summary: 'Facts go up: a header line, then facts as their stored bytes, gzip or plain',
    bodyType: NDJSON,
    answer: pushAnswerSchema,
  },
  {
    ...post(TILL_ROUTES.head),
    summary: 'How far the ledger is: the header line of a push alone',
    bodyType: NDJSON,
    answer: pushAnswerSchema,
  },
  {
    ...post(TILL_ROUTES.hole),
    summary: 'Declare numbers that this till no longer has',
    bodyType: NDJSON,
    input: holeSchema,
    answer: pushAnswerSchema,
  },
  {
    method: 'GET',
    path: TILL_ROUTES.pull,
    tag: 'till',
    summary: 'Reference data comes down: a page of the catalogue, or the signed roster',
    input: pullInputSchema,
    answer: pullAnswerSchema,
  },
  {
    method: 'GET',
    path: TILL_ROUTES.hints,
    tag: 'till',
    summary: 'A stream of events: something changed, ask',
  },
  {
    ...post(TILL_ROUTES.import),
    summary: 'A stretch of an exported journal, which proves itself',
    bodyType: NDJSON,
    answer: importAnswerSchema,
  },
  {
    method: 'GET',
    path: TILL_ROUTES.parked,
    tag: 'till',
    summary: "Baskets parked on the shop's other tills",
    answer: parkedElsewhereSchema,
  },
  {
    ...post(TILL_ROUTES.claim),
    summary: 'Take up a basket that another till parked',
    bodyType: NDJSON,
    input: claimRequestSchema,
    answer: claimAnswerSchema,
  },
  {
    ...post(TILL_ROUTES.enrol),
    summary: 'A tablet becomes a till, by a code and a key of its own',
    input: enrolRequestSchema,
    answer: enrolAnswerSchema,
  },
  {
    ...post(TILL_ROUTES.repin),
    summary: "Trust head office's new root, by a code",
    input: repinRequestSchema,
    answer: repinAnswerSchema,
  },
];

function post(path: string): Pick<ApiRoute, 'method' | 'path' | 'tag'> {
  return { method: 'POST', path, tag: 'till' };
}
