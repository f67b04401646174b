/** The till plane as a function: no port, a real database, a clock that tests move. */
import Fastify, { type FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { poolLimitsOf, type PoolLimits } from '../server/database/pool.ts';
import { seedDemoBusiness, type DemoSeed } from '../server/demo/seed-demo-business.ts';
import { loadOrCreateServerKeys, type ServerKeys } from '../server/server-keys.ts';
import { ADMISSION_LIMITS, type AdmissionLimits } from '../server/till-plane/admission-rule.ts';
import { tillPlane } from '../server/till-plane/till-plane.ts';
import { startTestDatabase, type TestDatabase } from './database.ts';
import { enrolTablet, type PaperTablet } from './paper-tablet.ts';

export interface TillPlaneApp {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly owner: pg.Pool;
  readonly keys: ServerKeys;
  readonly keysFolder: string;
  readonly clock: { now: number };
  /** What the server logged. */
  readonly log: string[];
  /** Seeds the demo business, once, and gives out a fresh code. */
  readonly seed: () => Promise<DemoSeed>;
  readonly newTablet: () => Promise<PaperTablet>;
  readonly stop: () => Promise<void>;
}

export async function startTillPlaneApp(
  limits: AdmissionLimits = ADMISSION_LIMITS,
  poolLimits: PoolLimits = poolLimitsOf.till,
): Promise<TillPlaneApp> {
  const database = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'evertill-keys-'));
  const clock = { now: Date.UTC(2025, 4, 6, 6, 0) };
  const keys = await loadOrCreateServerKeys(folder, clock.now);
  const owner = database.openPool('owner');
  const log: string[] = [];
  const app = Fastify();
  await app.register(
    tillPlane({
      pool: database.openPool('till', poolLimits),
      address: database.address,
      keys,
      clock: () => clock.now,
      chance: () => 0.5,
      admission: { limits },
      log: (words) => log.push(words),
    }),
  );
  await app.ready();
  const seed = (): Promise<DemoSeed> => seedDemoBusiness({ pool: owner, clock: () => clock.now });
  return {
    app,
    database,
    owner,
    keys,
    keysFolder: folder,
    clock,
    log,
    seed,
    newTablet: async () => enrolTablet(app, (await seed()).enrolmentCode),
    stop: async () => {
      await app.close();
      await database.stop();
      await rm(folder, { recursive: true });
    },
  };
}
