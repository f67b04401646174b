/** Tells observers of every answered request what may be known of it: its route as a pattern, never its address, so no id and no search. */
import type { FastifyInstance } from 'fastify';

export interface AnsweredRequest {
  readonly method: string;
  /** As registered: `/api/v1/people/*`; `unknown` where there is no such route. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

export type RequestObserver = (answered: AnsweredRequest) => void;

export function observeRequests(app: FastifyInstance, observers: readonly RequestObserver[]): void {
  if (observers.length === 0) return;
  app.addHook('onResponse', (request, reply, done) => {
    const answered = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    };
    for (const observe of observers) observe(answered);
    done();
  });
}
