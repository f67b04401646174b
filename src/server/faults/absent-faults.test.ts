/** A start without --demo-faults has no way to be broken on purpose. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestDatabase } from '../../testing/database.ts';
import { buildFront } from '../front/build-front.ts';
import { loadOrCreateServerKeys } from '../server-keys.ts';
import { tillPlane } from '../till-plane/till-plane.ts';

test('FAULT-8 without being asked for, neither the lab nor its routes exist', async () => {
  const database = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'evertill-front-'));
  const pool = database.openPool('till');
  const log = (): void => undefined;
  const front = await buildFront({
    appFolder: folder,
    tillPool: pool,
    tillPlane: tillPlane({ pool, keys: await loadOrCreateServerKeys(folder, 0), clock: Date.now, log }),
    people: { socketPath: join(folder, 'nobody.sock'), state: () => ({ is: 'starting' }) },
    log,
  });
  for (const method of ['GET', 'POST', 'DELETE'] as const) {
    for (const url of ['/api/v1/lab/faults', '/api/v1/lab/shops', '/lab/lab.js']) {
      expect([method, url, (await front.inject({ method, url })).statusCode]).toEqual([method, url, 404]);
    }
  }
  expect(front.printRoutes()).not.toContain('lab');
  await front.close();
  await database.stop();
  await rm(folder, { recursive: true });
});
