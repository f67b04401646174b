/** Refusals and failures of the front itself, as application/problem+json. */
import type { Problem, ProblemCode } from '../../protocol/problem.ts';

/** The part of a fastify reply that is needed, whatever server it belongs to. */
export interface Reply {
  code(status: number): this;
  type(contentType: string): this;
  header(name: string, value: string): this;
  send(payload: unknown): unknown;
}

export function replyProblem<Kind extends Reply>(
  reply: Kind,
  status: number,
  code: ProblemCode,
  title: string,
): Kind {
  const problem: Problem = { type: 'about:blank', status, code, title };
  reply.code(status).type('application/problem+json').send(problem);
  return reply;
}
