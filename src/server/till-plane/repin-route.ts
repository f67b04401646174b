/** POST /api/v1/repin: a till learns a new root, on a manager's code alone, because it can believe nothing else. See protocol/repin.ts. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { repinRequestSchema } from '../../protocol/repin.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { refuse, TOO_MANY_TRIES } from './refusal.ts';
import { repinTill } from './repin-till.ts';
import type { TillPlaneContext } from './context.ts';
import { send, type Answer } from './till-plane-context.ts';
import type { TryBudget } from './try-budget.ts';

const REQUEST_BYTES_MAX = 1_024;

export function repinRoute(app: FastifyInstance, context: TillPlaneContext, wrongCodes: TryBudget): void {
  app.post(TILL_ROUTES.repin, { bodyLimit: REQUEST_BYTES_MAX }, async (request, reply) =>
    send(reply, await repin(context, request, wrongCodes)),
  );
}

async function repin(
  { pool, keys, clock }: TillPlaneContext,
  request: FastifyRequest,
  wrongCodes: TryBudget,
): Promise<Answer> {
  const parsed = repinRequestSchema.safeParse(request.body);
  if (!parsed.success) return refuse(400, 'input-invalid', 'The request cannot be read.');
  const { code, requestNonce } = parsed.data;
  request.sealFor = { till: '', requestNonce };
  if (wrongCodes.isSpent(request.ip)) return TOO_MANY_TRIES;
  const value = await repinTill(pool, code, keys, clock());
  if (value !== null) return { is: 'answer', value };
  wrongCodes.spend(request.ip);
  return refuse(
    403,
    'code-invalid',
    'The code is wrong, too old, or of a till that no tablet has enrolled as.',
  );
}
