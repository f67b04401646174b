/** A refusal of a request, as a value: routes return it, one place turns it into an answer. */
import type { FastifyReply } from 'fastify';
import type { Problem, ProblemCode } from '../../protocol/problem.ts';

export interface Refusal {
  readonly is: 'refused';
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

export function refuse(status: number, code: ProblemCode, title: string, retryAfter?: number): Refusal {
  return { is: 'refused', status, code, title, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

const BUSY_RETRY_AFTER_SECONDS = 1;
export const TILL_BUSY = refuse(
  503,
  'till-busy',
  'Another push of this till is under way.',
  BUSY_RETRY_AFTER_SECONDS,
);

const TOO_MANY_TRIES_RETRY_SECONDS = 60;
export const TOO_MANY_TRIES = refuse(
  429,
  'too-many-tries',
  'Too many wrong codes.',
  TOO_MANY_TRIES_RETRY_SECONDS,
);

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, code, title } = refusal;
  const problem: Problem = { type: 'about:blank', status, code, title };
  if (refusal.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem));
}
