/** GET /api/v1/parked and POST /api/v1/claim: baskets parked on other tills of the shop. See protocol/parked.ts. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { claimRequestSchema } from '../../protocol/parked.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import type { EnrolledTill } from './enrolled-till.ts';
import { claimParked, parkedElsewhere } from './parked-sales.ts';
import { refuse } from './refusal.ts';
import { unpackBody } from './unpack-body.ts';
import type { RequestContext, TillPlaneContext } from './context.ts';
import { forTill, type Answer } from './till-plane-context.ts';
import { readJson } from '../../journal/read-json.ts';

export function parkedRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.get(TILL_ROUTES.parked, (request, reply) =>
    forTill(context, 'probe', request, reply, async ({ pool, clock }, { till }) => ({
      is: 'answer',
      value: await parkedElsewhere(pool, till, clock()),
    })),
  );
  app.post(TILL_ROUTES.claim, (request, reply) =>
    forTill(context, 'probe', request, reply, (ofCaller, { till }) => claim(ofCaller, request, till)),
  );
}

async function claim(
  { pool, clock }: RequestContext,
  request: FastifyRequest,
  till: EnrolledTill,
): Promise<Answer> {
  const text = await unpackBody(request);
  if (typeof text !== 'string') return text;
  const asked = claimRequestSchema.safeParse(readJson(text)).data;
  if (asked === undefined) return refuse(400, 'input-invalid', 'The claim cannot be read.');
  return { is: 'answer', value: await claimParked(pool, till, asked.sale, clock()) };
}
