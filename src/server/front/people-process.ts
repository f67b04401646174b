/**
 * Runs the people plane as a process of its own and keeps it running. Whatever it does (throws while loading, hangs,
 * spins, dies), the front only ever learns "up" or "down", and starts it again, waiting longer after each failure.
 *
 *   starting ── answers ──▶ up ── silent for too long, or exits ──▶ down ── back-off ──▶ starting
 */
import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { answersOnSocket } from './answers-on-socket.ts';
import { peopleSettingsVariable, type PeopleSettings } from './people-settings.ts';

export type PeopleState =
  { readonly is: 'starting' } | { readonly is: 'up' } | { readonly is: 'down'; readonly because: string };

export interface PeopleProcess {
  readonly socketPath: string;
  state(): PeopleState;
  /** @returns whether it is up, at the latest when the time is over. The till plane never waits for this. */
  becomesUp(deadlineMs: number): Promise<boolean>;
  /** Kills it and starts the given entry file, or the usual one, at once. */
  restart(entry?: string): void;
  stop(): Promise<void>;
}

export interface PeopleProcessLimits {
  readonly startMsMax: number;
  readonly probeEveryMs: number;
  readonly probeMsMax: number;
  readonly missedProbesMax: number;
  readonly restartDelayMsMin: number;
  readonly restartDelayMsMax: number;
  readonly stopMsMax: number;
}

export interface PeopleProcessOptions {
  readonly entry: string;
  readonly settings: PeopleSettings;
  readonly log: (words: string) => void;
  readonly limits?: Partial<PeopleProcessLimits>;
}

export const peopleProcessLimits: PeopleProcessLimits = {
  startMsMax: 20_000,
  probeEveryMs: 2_000,
  probeMsMax: 5_000,
  missedProbesMax: 2,
  restartDelayMsMin: 250,
  restartDelayMsMax: 30_000,
  stopMsMax: 3_000,
};

const startProbeEveryMs = 100;

export function startPeopleProcess(options: PeopleProcessOptions): PeopleProcess {
  const supervisor = new PeopleSupervisor(options);
  return {
    socketPath: options.settings.socketPath,
    state: () => supervisor.state,
    becomesUp: (deadlineMs) => becomesUp(() => supervisor.state, deadlineMs),
    restart: (entry) => supervisor.restart(entry ?? options.entry),
    stop: () => supervisor.stop(),
  };
}

class PeopleSupervisor {
  state: PeopleState = { is: 'starting' };
  readonly #options: PeopleProcessOptions;
  readonly #limits: PeopleProcessLimits;
  readonly #ended: Promise<void>;
  #entry: string;
  #failures = 0;
  #stopping = false;
  #child: ChildProcess | undefined;
  #cutWaitShort = new AbortController();

  constructor(options: PeopleProcessOptions) {
    this.#options = options;
    this.#limits = { ...peopleProcessLimits, ...options.limits };
    this.#entry = options.entry;
    this.#ended = this.#keepRunning();
  }

  restart(entry: string): void {
    this.#entry = entry;
    this.#failures = 0;
    this.state = { is: 'starting' };
    this.#child?.kill('SIGKILL');
    this.#cutWaitShort.abort();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#cutWaitShort.abort();
    this.#child?.kill('SIGTERM');
    const killLate = setTimeout(() => this.#child?.kill('SIGKILL'), this.#limits.stopMsMax);
    await this.#ended;
    clearTimeout(killLate);
    await rm(this.#options.settings.socketPath, { force: true });
  }

  async #keepRunning(): Promise<void> {
    while (!this.#stopping) {
      this.#cutWaitShort = new AbortController();
      const because = await this.#runOnce();
      if (this.#isStopping()) return;
      // A restart that was asked for has already moved the state on.
      if (this.#cutWaitShort.signal.aborted) continue;
      this.state = { is: 'down', because };
      const delayMs = this.#nextDelayMs();
      this.#options.log(
        `Office sign-in is down: ${because} Starting it again in ${String(delayMs / 1000)} s. Tills are not affected.`,
      );
      await wait(delayMs, undefined, { signal: this.#cutWaitShort.signal }).catch(() => undefined);
    }
  }

  /** The compiler would take the loop's condition for still true. */
  #isStopping(): boolean {
    return this.#stopping;
  }

  #nextDelayMs(): number {
    const delayMs = this.#limits.restartDelayMsMin * 2 ** Math.min(this.#failures, 20);
    this.#failures += 1;
    return Math.min(delayMs, this.#limits.restartDelayMsMax);
  }

  /** @returns why it ended, as a sentence. */
  async #runOnce(): Promise<string> {
    await rm(this.#options.settings.socketPath, { force: true });
    this.state = { is: 'starting' };
    const child = forkPeople(this.#entry, this.#options);
    this.#child = child;
    const exited = new AbortController();
    const ended = whenEnded(child).then((because) => {
      exited.abort();
      return because;
    });
    const silent = await this.#watch(child, exited.signal);
    const because = await ended;
    this.#child = undefined;
    return silent ?? because;
  }

  /** Probes until the process ends. @returns why it had to be killed, if it had to. */
  async #watch(child: ChildProcess, exited: AbortSignal): Promise<string | undefined> {
    if (!(await this.#becomesReady(exited))) return kill(child, exited, 'It did not start in time.');
    this.state = { is: 'up' };
    let missed = 0;
    let answered = 0;
    while (await waitUnless(exited, this.#limits.probeEveryMs)) {
      const alive = await this.#probe();
      missed = alive ? 0 : missed + 1;
      answered += alive ? 1 : 0;
      if (answered > this.#limits.missedProbesMax) this.#failures = 0;
      if (missed >= this.#limits.missedProbesMax) return kill(child, exited, 'It stopped answering.');
    }
    return undefined;
  }

  async #becomesReady(exited: AbortSignal): Promise<boolean> {
    const until = performance.now() + this.#limits.startMsMax;
    while (performance.now() < until) {
      if (await this.#probe()) return true;
      if (!(await waitUnless(exited, startProbeEveryMs))) return false;
    }
    return false;
  }

  /** Any answer is a sign of life: whether it is a good one is for its callers. */
  #probe(): Promise<boolean> {
    return answersOnSocket(this.#options.settings.socketPath, '/healthz', this.#limits.probeMsMax).then(
      (status) => status !== undefined,
    );
  }
}

async function becomesUp(state: () => PeopleState, deadlineMs: number): Promise<boolean> {
  const until = performance.now() + deadlineMs;
  while (state().is !== 'up' && performance.now() < until) await wait(startProbeEveryMs);
  return state().is === 'up';
}

/** In a group of its own, so that Ctrl-C at the terminal leaves its end to us; tied to us by its bootstrap. */
function forkPeople(entry: string, options: PeopleProcessOptions): ChildProcess {
  const child = fork(
    fileURLToPath(new URL('people-bootstrap.ts', import.meta.url)),
    [entry, String(process.pid)],
    {
      execArgv: ['--import', import.meta.resolve('tsx')],
      env: { ...process.env, [peopleSettingsVariable]: JSON.stringify(options.settings) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line.trim() !== '') options.log(`office: ${line}`);
    });
  }
  return child;
}

function whenEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`It could not be started (${error.message}).`));
    child.once('exit', (code, signal) => resolve(`It ended with ${signal ?? `exit code ${String(code)}`}.`));
  });
}

function kill(child: ChildProcess, exited: AbortSignal, because: string): string | undefined {
  if (exited.aborted) return undefined;
  child.kill('SIGKILL');
  return because;
}

/** @returns false when the signal came first. */
function waitUnless(signal: AbortSignal, ms: number): Promise<boolean> {
  return wait(ms, true, { signal }).catch(() => false);
}
