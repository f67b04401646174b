/** GET /api/v1/pull?stream=…&cursor=…: reference data comes down. See protocol/pull.ts for the answers. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { PullAnswer } from '../../protocol/pull.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { decodeCursor } from './catalogue-cursor.ts';
import { cataloguePage } from './catalogue-page.ts';
import type { EnrolledTill } from './enrolled-till.ts';
import { refuse } from './refusal.ts';
import { signedRosterFor } from './roster.ts';
import { readServerState } from './server-state.ts';
import type { RequestContext, TillPlaneContext } from './context.ts';
import { forTill, type Answer } from './till-plane-context.ts';

const querySchema = z.object({
  stream: z.enum(['catalogue', 'roster']),
  cursor: z.optional(z.string().check(z.maxLength(500))),
  /** Absent in version 1. */
  protocol: z.optional(z.literal(String(PROTOCOL_VERSION))),
});
type Query = z.infer<typeof querySchema>;

export function pullRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.get(TILL_ROUTES.pull, (request, reply) => {
    const query = querySchema.safeParse(request.query).data;
    const work = query?.stream ?? 'catalogue';
    return forTill(context, work, request, reply, (ofCaller, { till }) => pull(ofCaller, query, till));
  });
}

async function pull(context: RequestContext, query: Query | undefined, till: EnrolledTill): Promise<Answer> {
  if (query === undefined) return refuse(400, 'input-invalid', 'There is no such stream.');
  return { is: 'answer', value: await readStream(context, query, till) };
}

async function readStream(
  { pool, keys, clock }: RequestContext,
  query: Query,
  till: EnrolledTill,
): Promise<PullAnswer> {
  const now = clock();
  if (query.stream === 'roster') {
    const protocol = query.protocol === undefined ? 1 : PROTOCOL_VERSION;
    const roster = await signedRosterFor(pool, till.till, keys, now, protocol);
    return { stream: 'roster', roster, serverTime: now };
  }
  const position = await readServerState(pool, till.till);
  return cataloguePage(pool, till.business, position, decodeCursor(query.cursor ?? ''), now);
}
