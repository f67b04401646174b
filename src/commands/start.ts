/** `npm start`: the whole server from an empty folder, and where to go from there. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCanary } from '../server/canary/keep-canary.ts';
import { readConfiguration, type Configuration } from '../server/configuration.ts';
import { CannotStart } from '../server/database/cannot-start.ts';
import { demoFaults } from '../server/faults/demo-faults.ts';
import { seedDemoBusiness } from '../server/demo/seed-demo-business.ts';
import { startServer, type ServerParts } from '../server/front/start-server.ts';
import { StopSequence } from '../server/front/stop-sequence.ts';
import { openServerLog } from '../server/log/server-log.ts';
import { migrationList } from '../server/migrations/migration-list.ts';
import { currentSetUpCode } from '../server/set-up/set-up-code.ts';
import { tillPlane } from '../server/till-plane/till-plane.ts';
import { buildClientIfNeeded } from './build-client.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { welcome } from './welcome.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How long the words of welcome wait for the office; tills are served already. */
const officeDeadlineMs = 8_000;

await start();

async function start(): Promise<void> {
  const read = readConfiguration(process.env, process.argv.slice(2), root);
  if (read.is === 'refused') {
    refuse(read.because);
    return;
  }
  const { configuration } = read;
  const { say: log, request } = openServerLog(configuration.log);
  const stops = new StopSequence(log);
  const starting = run(configuration, stops, { log, logRequest: request });
  // A start that is interrupted is finished first: half of one cannot be stopped in order.
  stopOnSignal({ stop: () => starting.then(() => stops.run()), log });
  try {
    const words = await starting;
    // The demo's sign-ins are for a person before the terminal, not for a log.
    if (configuration.log === 'json') log('Evertill is running.');
    else console.log(words);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    refuse(error.message);
  }
}

async function run(
  configuration: Configuration,
  stops: StopSequence,
  logs: Pick<ServerParts<unknown>, 'log' | 'logRequest'>,
): Promise<string> {
  const { log } = logs;
  if (configuration.build) await buildClientIfNeeded(root, log);
  const parts = {
    migrations: migrationList,
    tillPlane,
    peopleEntry: fileURLToPath(new URL('../server/people-plane/main.ts', import.meta.url)),
    appFolder: join(root, 'dist'),
    seed: seedDemoBusiness,
    keepCanary,
    setUpCode: currentSetUpCode,
    faults: demoFaults,
    ...logs,
  };
  const server = await startServer(configuration, parts, stops);
  const officeIsUp = await server.people.becomesUp(officeDeadlineMs);
  return welcome(configuration, { ...server, officeIsUp });
}

function refuse(because: string): void {
  console.error(`Evertill did not start. ${because}`);
  process.exit(1);
}
