/** Passes /api/v1/people/* to the people plane's process; while that is down or slow, only these routes say so. */
import proxy from '@fastify/http-proxy';
import type { FastifyPluginAsync } from 'fastify';
import type { ServerResponse } from 'node:http';
import { LIVE_PATH } from '../../protocol/live-messages.ts';
import type { PeopleState } from './people-process.ts';
import { replyProblem, type Reply } from './problem-reply.ts';

export interface PeopleDoorOptions {
  readonly socketPath: string;
  readonly state: () => PeopleState;
  readonly deadlineMs?: number;
}

export const peoplePrefix = '/api/v1/people';

const deadlineMsDefault = 10_000;
const connectMsMax = 1_000;
/** Beyond these, callers are told at once: a hanging office must not pile up sockets in the till's front. */
const underWayMax = 128;
const retryAfterSeconds = 5;

export const peopleDoor: FastifyPluginAsync<PeopleDoorOptions> = async (app, options) => {
  const deadlineMs = options.deadlineMs ?? deadlineMsDefault;
  let underWay = 0;
  const streams = new Set<ServerResponse>();
  // They never end by themselves, and a stop must not wait for them.
  app.addHook('preClose', (done) => {
    for (const stream of streams) stream.destroy();
    done();
  });
  app.addHook('onRequest', async (request, reply) => {
    if (options.state().is !== 'up' || underWay >= underWayMax) return replyDown(reply);
    underWay += 1;
    if (request.url.startsWith(peoplePrefix + LIVE_PATH)) streams.add(reply.raw);
    reply.raw.once('close', () => {
      underWay -= 1;
      streams.delete(reply.raw);
    });
    return undefined;
  });
  await app.register(proxy, {
    upstream: `unix+http://${encodeURIComponent(options.socketPath)}`,
    prefix: peoplePrefix,
    rewritePrefix: peoplePrefix,
    undici: {
      connections: underWayMax,
      headersTimeout: deadlineMs,
      bodyTimeout: deadlineMs,
      connect: { timeout: connectMsMax },
    },
    replyOptions: {
      // What a caller claims about itself is replaced by what the front saw.
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        'x-forwarded-for': request.ip,
        'x-forwarded-host': request.host,
        'x-forwarded-proto': request.protocol,
      }),
      onError: (reply) => {
        void replyDown(reply);
      },
    },
  });
};

function replyDown<Kind extends Reply>(reply: Kind): Kind {
  reply.header('retry-after', String(retryAfterSeconds)).header('cache-control', 'no-store');
  return replyProblem(
    reply,
    503,
    'people-plane-down',
    'Head office sign-in is down. Tills keep selling and sending.',
  );
}
