/** Serves the people plane on its socket until it is told to stop. */
import type { Pool } from 'pg';
import type { PeopleSettings } from '../front/people-settings.ts';
import { loadSecondFactorKey } from '../second-factor/second-factor-key.ts';
import { loadSetUpKey } from '../set-up/set-up-code.ts';
import { serverClock } from '../server-clock.ts';
import { keepSigning } from './auto-sign.ts';
import { buildPeoplePlane } from './build-people-plane.ts';

export async function servePeoplePlane(settings: PeopleSettings, pool: Pool): Promise<void> {
  const dependencies = {
    pool,
    clock: serverClock(settings.clockOffsetMs),
    secondFactorKey: await loadSecondFactorKey(settings.keysFolder),
    setUpKey: await loadSetUpKey(settings.keysFolder),
    log: (words: string) => process.stdout.write(`${words}\n`),
  };
  const app = await buildPeoplePlane(dependencies);
  const stopping = new AbortController();
  const signing = keepSigning(dependencies, stopping.signal);
  process.once('SIGTERM', () => {
    app.server.closeAllConnections();
    stopping.abort();
    void Promise.allSettled([app.close(), signing.then(() => pool.end())]).then(() => process.exit(0));
  });
  await app.listen({ path: settings.socketPath });
}
