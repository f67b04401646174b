/** Runs seeds in threads of their own: the bundled simulation, because the loader of sources makes every function slower. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { SeedsToRun, Tally } from '../../simulation/run-seeds.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'node_modules/.cache/simulation');

/** @returns the file that a thread runs. */
export async function bundleSimulation(): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'src/simulation/simulate-worker.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'simulate-worker.mjs' } },
    },
  });
  return join(folder, 'simulate-worker.mjs');
}

export function runInThreads(file: string, work: readonly SeedsToRun[]): Promise<Tally[]> {
  return Promise.all(work.map((seeds) => runInThread(file, seeds)));
}

function runInThread(file: string, seeds: SeedsToRun): Promise<Tally> {
  return new Promise((resolve, reject) => {
    // Without our own loader: the bundle needs none.
    const worker = new Worker(file, { workerData: seeds, execArgv: [] });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}
