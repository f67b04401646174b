/** Runs a short-lived program to its end, as this or another account, and returns what it said. */
import { spawn } from 'node:child_process';

export type ProgramResult =
  { is: 'finished'; code: number | null; output: string } | { is: 'notStarted'; because: string };

export interface ProgramOptions {
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  readonly cwd?: string;
  readonly timeoutMs?: number;
}

const outputCharactersMax = 20_000;
const timeoutMsDefault = 60_000;

export function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...accountOptions(options.account),
      cwd: options.cwd ?? '/',
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? timeoutMsDefault,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-outputCharactersMax);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      resolve({ is: 'notStarted', because: error.message });
    });
    child.on('close', (code) => {
      resolve({ is: 'finished', code, output });
    });
  });
}

export function accountOptions(account: ProgramOptions['account']): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** Programs of the database get no secrets and no surprises from our environment. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

export function succeeded(result: ProgramResult): boolean {
  return result.is === 'finished' && result.code === 0;
}

export function describeProgramResult(result: ProgramResult): string {
  return result.is === 'notStarted'
    ? result.because
    : `exit code ${String(result.code)}: ${result.output.trim()}`;
}
