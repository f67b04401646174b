/** Serves the people plane on its socket until it is told to stop. */
import type { Pool } from 'pg';
import type { PeopleSettings } from '../front/people-settings.ts';
import { serverClock } from '../server-clock.ts';
import { buildPeoplePlane } from './build-people-plane.ts';

export async function servePeoplePlane(settings: PeopleSettings, pool: Pool): Promise<void> {
  const app = await buildPeoplePlane({
    pool,
    clock: serverClock(settings.clockOffsetMs),
    log: (words) => process.stdout.write(`${words}\n`),
  });
  process.once('SIGTERM', () => {
    app.server.closeAllConnections();
    void Promise.allSettled([app.close(), pool.end()]).then(() => process.exit(0));
  });
  await app.listen({ path: settings.socketPath });
}
