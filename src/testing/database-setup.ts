/** For vitest's `globalSetup`: names the folder where workers start this run's databases, and stops them at the end. */
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopCluster } from '../server/database/embedded-cluster.ts';
import { processExists } from '../server/database/live-command.ts';
import {
  engineIsInstalled,
  makeRunFolder,
  prepareTestCluster,
  runFolderVariable,
  type DatabaseEngine,
} from './database.ts';

/** On a busy machine a folder may fill for a moment more with what a process wrote that has just ended. */
const WHOLE = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];

export async function setup(): Promise<() => Promise<void>> {
  if (process.env[runFolderVariable] !== undefined) return () => Promise.resolve();
  for (const folder of await foldersOfDeadRuns()) await removeRun(folder);
  const folder = await makeRunFolder();
  process.env[runFolderVariable] = folder;
  return async () => {
    // No test failed by what cannot be removed now; the next run removes it.
    await removeRun(folder).catch((error: unknown) => console.warn(`${folder} is left over:`, error));
    Reflect.deleteProperty(process.env, runFolderVariable);
  };
}

async function removeRun(folder: string): Promise<void> {
  const used: readonly string[] = await readdir(folder).catch(() => []);
  for (const engine of engines) {
    if (!used.includes(engine) || !(await engineIsInstalled(engine))) continue;
    const settings = await prepareTestCluster(folder, engine);
    await stopCluster(settings);
    await rm(settings.home, WHOLE);
  }
  await rm(folder, WHOLE);
}

/** A run that was killed could not stop its databases. */
async function foldersOfDeadRuns(): Promise<string[]> {
  const names = await readdir(tmpdir()).catch(() => []);
  return names.flatMap((name) => {
    const pid = Number(/^evertill-test-(\d+)-/.exec(name)?.[1] ?? 'none');
    return Number.isNaN(pid) || processExists(pid) ? [] : [join(tmpdir(), name)];
  });
}
