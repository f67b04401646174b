// A real Evertill server as a process of its own, on one port for its whole life, so that killing and restarting it
// looks to a tablet like the outage it is.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from './free-port.ts';

const readyDeadlineMs = 120_000;
const stopDeadlineMs = 30_000;
const pollMs = 100;
const outputCharsMax = 200_000;
const repository = resolve(import.meta.dirname, '../..');

export interface EvertillServer {
  readonly origin: string;
  readonly dataDirectory: string;
  /** What it printed since its last start. */
  output(): string;
  start(): Promise<void>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
  /** As a power cut does: no time to say goodbye. */
  kill(): Promise<void>;
  /** Stops it and deletes its data, unless they are kept. */
  dispose(): Promise<void>;
}

/**
 * @param flags as given to `npm start --`, such as `--demo-faults`. The client must be built before.
 * @param keep a folder for its data that outlives it; null makes one that does not
 */
export async function prepareServer(
  flags: readonly string[],
  keep: string | null = null,
): Promise<EvertillServer> {
  const port = await findFreePort();
  if (keep !== null) await mkdir(keep, { recursive: true });
  const dataDir = keep ?? (await mkdtemp(join(tmpdir(), 'evertill-e2e-')));
  // The account that runs the database must reach it.
  await chmod(dataDir, 0o711);
  const origin = `http://localhost:${String(port)}`;
  let child: ChildProcess | null = null;
  let printed = '';

  async function start() {
    printed = '';
    const started = spawn(
      process.execPath,
      ['--import', 'tsx', 'src/commands/start.ts', '--no-build', ...flags],
      {
        cwd: repository,
        env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child = started;
    const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-outputCharsMax));
    started.stdout.on('data', keep);
    started.stderr.on('data', keep);
    await untilHealthy(origin, started, () => printed);
  }

  async function end(signal: 'SIGINT' | 'SIGKILL') {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, 'exit');
    running.kill(signal);
    const outcome = await Promise.race([exited, wait(stopDeadlineMs, 'late' as const, { ref: false })]);
    if (outcome !== 'late') return;
    running.kill('SIGKILL');
    throw new Error(`the server did not stop within ${String(stopDeadlineMs)} ms\n${printed}`);
  }

  return {
    origin,
    dataDirectory: dataDir,
    output: () => printed,
    start,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
    dispose: async () => {
      // A killed server leaves its database running on purpose; a start and a clean stop take it down.
      if (child === null) await start();
      await end('SIGINT');
      if (keep === null) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(origin: string, child: ChildProcess, printed: () => string): Promise<void> {
  const until = performance.now() + readyDeadlineMs;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended while starting\n${printed()}`);
    if (printed().includes('Evertill is running.') && (await isHealthy(origin))) return;
    await wait(pollMs);
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not healthy within ${String(readyDeadlineMs)} ms\n${printed()}`);
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`)).status === 200;
  } catch {
    return false;
  }
}
