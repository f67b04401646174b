/** POST /api/v1/hole: a till says what it cannot supply, so that nothing waits for it for ever. See protocol/hole.ts. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { holeSchema, type Hole } from '../../protocol/hole.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { recordHole } from '../ledger/record-hole.ts';
import type { ProvedRequest } from './prove-request.ts';
import { pushAnswer } from './push-answer.ts';
import { refuse, TILL_BUSY, type Refusal } from './refusal.ts';
import type { RequestContext, TillPlaneContext } from './context.ts';
import { forTill, type Answer } from './till-plane-context.ts';
import { unpackBody } from './unpack-body.ts';
import { readJson } from '../../journal/read-json.ts';

export function holeRoute(app: FastifyInstance, context: TillPlaneContext): void {
  app.post(TILL_ROUTES.hole, (request, reply) =>
    forTill(context, 'push', request, reply, (ofCaller, proved) => declare(ofCaller, request, proved)),
  );
}

async function declare(
  context: RequestContext,
  request: FastifyRequest,
  { till }: ProvedRequest,
): Promise<Answer> {
  const hole = await readHole(request, till.till);
  if ('is' in hole) return hole;
  const receivedAt = context.clock();
  const result = await recordHole(context.pool, { hole, tillKey: till.publicKey, receivedAt });
  if (result.is === 'busy') return TILL_BUSY;
  if (result.isNew) context.appended();
  return pushAnswer(context, hole, result);
}

async function readHole(request: FastifyRequest, till: string): Promise<Hole | Refusal> {
  const text = await unpackBody(request);
  if (typeof text !== 'string') return text;
  const hole = holeSchema.safeParse(readJson(text)).data;
  if (hole === undefined) return refuse(400, 'batch-invalid', 'The hole cannot be read.');
  if (hole.till !== till) return refuse(400, 'batch-invalid', 'The hole is of another till.');
  const isRun = hole.from >= 1 && hole.to >= hole.from;
  return isRun ? hole : refuse(400, 'batch-invalid', 'A hole goes from a number to one not below it.');
}
