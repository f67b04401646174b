/** POST /api/v1/enrol: a tablet becomes a till. See protocol/enrol.ts for both bodies. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { importPublicKey, verify } from '../../journal/keys.ts';
import { enrolRequestSchema } from '../../protocol/enrol.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { enrolTill } from './enrol-till.ts';
import { refuse, TOO_MANY_TRIES } from './refusal.ts';
import type { TillPlaneContext } from './context.ts';
import { send, type Answer } from './till-plane-context.ts';
import type { TryBudget } from './try-budget.ts';

const REQUEST_BYTES_MAX = 8_192;

export function enrolRoute(app: FastifyInstance, context: TillPlaneContext, wrongCodes: TryBudget): void {
  app.post(TILL_ROUTES.enrol, { bodyLimit: REQUEST_BYTES_MAX }, async (request, reply) =>
    send(reply, await enrol(context, request, wrongCodes)),
  );
}

async function enrol(
  { pool, keys, clock }: TillPlaneContext,
  request: FastifyRequest,
  wrongCodes: TryBudget,
): Promise<Answer> {
  const parsed = enrolRequestSchema.safeParse(request.body);
  if (!parsed.success) return refuse(400, 'input-invalid', 'The request cannot be read.');
  const { code, key, proof, requestNonce } = parsed.data;
  request.sealFor = { till: '', requestNonce };
  const publicKey = await importPublicKey(key);
  if (publicKey === null || !(await verify(publicKey, code, proof))) {
    return refuse(401, 'proof-invalid', 'The tablet does not hold the key it names.');
  }
  if (wrongCodes.isSpent(request.ip)) {
    return TOO_MANY_TRIES;
  }
  const value = await enrolTill(pool, parsed.data, keys, clock());
  if (value !== null) return { is: 'answer', value };
  wrongCodes.spend(request.ip);
  return refuse(403, 'code-invalid', 'The code is wrong, used, or too old.');
}
