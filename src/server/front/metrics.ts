/** Figures for Prometheus at /metrics, for whoever shows the operator's token. Counts and times only, of no business and no person. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestObserver } from './observe-requests.ts';
import type { PeopleProcess } from './people-process.ts';
import { replyProblem } from './problem-reply.ts';

export interface MetricsOptions {
  /** Null: there is no such route. */
  readonly token: string | null;
  readonly tillPool: pg.Pool;
  readonly people: Pick<PeopleProcess, 'state'>;
}

/** Around the till's own limits: a push is well below 0.25 s, and given up after 10. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** @returns what counts the requests of the app; null where nobody may read it. */
export function addMetrics(
  app: FastifyInstance,
  { token, tillPool, people }: MetricsOptions,
): RequestObserver | null {
  if (token === null) return null;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'evertill_request_duration_seconds',
    help: 'Answered requests by route and status. Pushes are /api/v1/push.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  addGauges(registry, tillPool, people);
  app.get('/metrics', async (request, reply) => {
    if (!isBearer(request.headers.authorization, token))
      return replyProblem(reply, 401, 'not-permitted', 'Metrics are for the operator.');
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return ({ method, route, status, durationMs }) =>
    requests.observe({ method, route, status: String(status) }, durationMs / 1_000);
}

function addGauges(registry: Registry, pool: pg.Pool, people: Pick<PeopleProcess, 'state'>): void {
  new Gauge({
    name: 'evertill_people_plane_up',
    help: '1 while office sign-in answers. Tills do not need it.',
    registers: [registry],
    collect() {
      this.set(people.state().is === 'up' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'evertill_till_connections',
    help: "The till plane's database connections; what waits for one is late.",
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'wanted' }, pool.waitingCount);
    },
  });
}

/** In the same time for every wrong token. */
function isBearer(header: string | undefined, token: string): boolean {
  return timingSafeEqual(digestOf(header ?? ''), digestOf(`Bearer ${token}`));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
