/** The front: one HTTP server that holds the till plane, passes the people plane's routes on, and serves the app. */
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
} from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { addApiDocument } from './api-document.ts';
import { health } from './health.ts';
import { addMetrics } from './metrics.ts';
import { observeRequests, type RequestObserver } from './observe-requests.ts';
import { peopleDoor } from './people-door.ts';
import type { PeopleProcess } from './people-process.ts';
import { replyProblem } from './problem-reply.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { staticApp } from './static-app.ts';

export interface FrontOptions {
  readonly appFolder: string;
  readonly tillPool: pg.Pool;
  /** Its routes carry their whole path, `/api/v1/push`. */
  readonly tillPlane: FastifyPluginAsync;
  readonly people: Pick<PeopleProcess, 'socketPath' | 'state'>;
  readonly peopleDeadlineMs?: number;
  /** Only in a start with --demo-faults; it sees every request before anyone else does. */
  readonly faults?: FastifyPluginAsync | undefined;
  readonly log: (words: string) => void;
  readonly logRequest?: RequestObserver | null;
  /** Whoever shows it may read /metrics; without one there is no such route. */
  readonly metricsToken?: string | null;
  /** How many proxies of our own stand before this server: what the last of them says of the caller is believed. */
  readonly trustedProxies?: number;
}

const keepAliveMs = 72_000;
/** How long a client may take to send a whole request. */
const requestMsMax = 60_000;

export async function buildFront(options: FrontOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    keepAliveTimeout: keepAliveMs,
    requestTimeout: requestMsMax,
    forceCloseConnections: 'idle',
    trustProxy: (_address, hop) => hop < (options.trustedProxies ?? 0),
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      options.log(
        `${request.method} ${request.routeOptions.url ?? 'unknown route'} failed: ${error.stack ?? error.message}`,
      );
    return status >= 500 ? replyFailure(reply) : replyProblem(reply, status, 'input-invalid', error.message);
  });
  await addSecurityHeaders(app);
  const { tillPool, people } = options;
  const metrics = addMetrics(app, { token: options.metricsToken ?? null, tillPool, people });
  observeRequests(
    app,
    [metrics, options.logRequest ?? null].filter((observer) => observer !== null),
  );
  if (options.faults !== undefined) await app.register(options.faults);
  await app.register(health, {
    tillPool: options.tillPool,
    appIsBuilt: () => existsSync(join(options.appFolder, 'index.html')),
    peopleSocket: options.people.socketPath,
  });
  addApiDocument(app, options.people.socketPath);
  await app.register(options.tillPlane);
  await app.register(peopleDoor, {
    socketPath: options.people.socketPath,
    state: options.people.state,
    ...(options.peopleDeadlineMs === undefined ? {} : { deadlineMs: options.peopleDeadlineMs }),
  });
  await app.register(staticApp, { folder: options.appFolder });
  return app;
}

/** Without a code: a till takes it for what it is, an outage. */
function replyFailure(reply: FastifyReply): FastifyReply {
  return reply
    .code(500)
    .type('application/problem+json')
    .send({ type: 'about:blank', status: 500, title: 'Something went wrong on the server.' });
}
