/** Asks the real server app in memory, as the network would. */
import type { FastifyInstance } from 'fastify';
import type { NetAnswer, NetRequest } from '../sync/ports.ts';
import { makeAnswer } from './make-answer.ts';

export async function inject(
  app: FastifyInstance,
  { method, target, headers, body }: NetRequest,
): Promise<NetAnswer> {
  const answer = await app.inject({
    method,
    url: target,
    headers,
    ...(body === null ? {} : { payload: Buffer.from(body) }),
  });
  const answered: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) answered[name] = String(value);
  return makeAnswer(answer.statusCode, answered, answer.rawPayload);
}
