/** The real planes over a database, as one run of the server: it can be stopped, and it can be killed. */
import { AsyncLocalStorage } from 'node:async_hooks';
import Fastify from 'fastify';
import type { Pool, PoolClient } from 'pg';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import type { DatabaseAddress } from '../../server/database/database-address.ts';
import { openPool } from '../../server/database/pool.ts';
import { buildPeoplePlane } from '../../server/people-plane/build-people-plane.ts';
import type { ServerKeys } from '../../server/server-keys.ts';
import { tillPlane } from '../../server/till-plane/till-plane.ts';
import type { NetAnswer, NetRequest } from '../../sync/ports.ts';
import { inject } from '../../testing/inject.ts';
import { speakAsOlder } from '../../testing/older-server.ts';
import { newLife, type Life } from '../life.ts';
import type { World } from '../world.ts';
import type { Labour } from './labour.ts';

export interface ServingOffice {
  readonly life: Life;
  readonly address: DatabaseAddress;
  readonly answer: (request: NetRequest) => Promise<NetAnswer>;
  readonly stop: () => Promise<void>;
  /** Nothing it had begun is ever finished. @param cut ends its connections, in the middle of what they do. */
  readonly kill: (cut?: () => Promise<void>) => Promise<void>;
}

export interface OfficeToServe {
  readonly world: World;
  readonly labour: Labour;
  readonly address: DatabaseAddress;
  readonly keys: ServerKeys;
  readonly isOlder: () => boolean;
}

const requests = new AsyncLocalStorage<true>();

export async function serveOffice(parts: OfficeToServe): Promise<ServingOffice> {
  const { world, address, keys, isOlder } = parts;
  const life = newLife();
  const pools = { tills: openPool(address, 'till'), people: openPool(address, 'people') };
  takeTimeToCommit(pools.tills, parts, life);
  const log = (words: string): void => world.note(`server: ${words}`);
  const clock = world.now;
  const tills = Fastify();
  speakAsOlder(tills, isOlder);
  await tills.register(tillPlane({ pool: pools.tills, keys, clock, log }));
  const people = await buildPeoplePlane({
    pool: pools.people,
    clock,
    secondFactorKey: new Uint8Array(32),
    setUpKey: new Uint8Array(32),
    log,
  });
  await Promise.all([tills.ready(), people.ready()]);
  return {
    life,
    address,
    answer: (request) =>
      requests.run(true, () => inject(request.target.startsWith(PEOPLE_PREFIX) ? people : tills, request)),
    stop: async () => {
      await Promise.all([tills.close(), people.close()]);
      await Promise.all([pools.tills.end(), pools.people.end()]);
    },
    kill: async (cut = () => cutConnections(address)) => {
      life.isOver = true;
      // What was under way holds its connection for ever: nobody waits for it.
      void Promise.allSettled([tills.close(), people.close(), pools.tills.end(), pools.people.end()]);
      await cut();
    },
  };
}

/** A commit takes time before and after: a kill falls on either side of it. */
function takeTimeToCommit(pool: Pool, { world, labour }: OfficeToServe, life: Life): void {
  const chance = world.chance('head office');
  pool.on('connect', (client: PoolClient) => {
    const query: unknown = Reflect.get(client, 'query');
    if (typeof query !== 'function') throw new TypeError('a connection that cannot be asked');
    const ask = (given: readonly unknown[]): unknown => Reflect.apply(query, client, given);
    const commit = async (given: readonly unknown[]): Promise<unknown> => {
      // What the server does by itself is nobody's to wait for.
      if (requests.getStore() !== true) return ask(given);
      await labour.rest(world, chance.whole(1, 12), life);
      const result: unknown = await ask(given);
      await labour.rest(world, chance.whole(0, 4), life);
      return result;
    };
    const slowly = (...given: readonly unknown[]): unknown =>
      given[0] === 'commit' ? commit(given) : ask(given);
    Object.defineProperty(client, 'query', { value: slowly });
  });
}

async function cutConnections(address: DatabaseAddress): Promise<void> {
  const owner = openPool(address, 'owner');
  await owner.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and application_name ~ '^evertill (till|people) '`,
  );
  await owner.end();
}
