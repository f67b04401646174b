/** Whether this server can do its work now: for load balancers, deployments and `npm start` itself. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type pg from 'pg';
import { answersOnSocket } from './answers-on-socket.ts';

export interface HealthOptions {
  /** The till plane's own pool: a push would use it. */
  readonly tillPool: pg.Pool;
  readonly appIsBuilt: () => boolean;
  readonly peopleSocket: string;
}

const peopleDeadlineMs = 3_000;
const databaseDeadlineMs = 3_000;

export const health: FastifyPluginAsync<HealthOptions> = (app, options) => {
  app.get('/healthz', async (_request, reply) =>
    answer(reply, { till: await wouldAcceptPush(options.tillPool) }),
  );
  app.get('/readyz', async (_request, reply) =>
    answer(reply, { till: await wouldAcceptPush(options.tillPool), app: options.appIsBuilt() }),
  );
  app.get('/deployz', async (_request, reply) =>
    answer(reply, {
      till: await wouldAcceptPush(options.tillPool),
      app: options.appIsBuilt(),
      people: (await answersOnSocket(options.peopleSocket, '/healthz', peopleDeadlineMs)) === 200,
    }),
  );
  return Promise.resolve();
};

function answer(reply: FastifyReply, parts: Record<string, boolean>): FastifyReply {
  const good = Object.values(parts).every(Boolean);
  return reply
    .code(good ? 200 : 503)
    .header('cache-control', 'no-store')
    .send(parts);
}

/** A connection as the till's role to a database that takes writes. */
async function wouldAcceptPush(pool: pg.Pool): Promise<boolean> {
  const deadline = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), databaseDeadlineMs).unref();
  });
  return Promise.race([takesWrites(pool), deadline]);
}

async function takesWrites(pool: pg.Pool): Promise<boolean> {
  try {
    const result = await pool.query<{ takes_writes: boolean }>(
      `select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off' as takes_writes`,
    );
    return result.rows[0]?.takes_writes === true;
  } catch {
    // Whatever the reason, the answer to the question is no.
    return false;
  }
}
