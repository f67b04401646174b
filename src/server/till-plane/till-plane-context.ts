/** What the routes of the till plane work with. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Clock } from '../server-clock.ts';
import type { ServerKeys } from '../server-keys.ts';
import type { Admission, Work } from './admission.ts';
import { proveRequest, type ProvedRequest } from './prove-request.ts';
import { sendRefusal, type Refusal } from './refusal.ts';

export interface TillPlaneContext {
  /** As the role `evertill_till`. */
  readonly pool: Pool;
  readonly keys: ServerKeys;
  readonly clock: Clock;
  readonly admission: Admission;
  /** There are new facts to be read by the projections. */
  readonly appended: () => void;
}

/** What a route answers: a value of its schema, or a refusal. */
export type Answer = { readonly is: 'answer'; readonly value: unknown } | Refusal;

/** Runs a route for a till that has proved itself, if there is room for it. */
export async function forTill(
  context: TillPlaneContext,
  work: Work,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (proved: ProvedRequest) => Promise<Answer>,
): Promise<FastifyReply> {
  const answer = await context.admission.run(work, async (): Promise<Answer> => {
    const proved = await proveRequest(request, context);
    return proved.is === 'refused' ? proved : act(proved);
  });
  return send(reply, answer);
}

export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.is === 'refused') return sendRefusal(reply, answer);
  return reply.type('application/json').send(JSON.stringify(answer.value));
}
