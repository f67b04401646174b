/** What a process is running, or that it is gone; a dead process nobody has reaped yet counts as gone. */
import { readFile } from 'node:fs/promises';
import { runProgram } from './run-program.ts';

/** @returns its command line, or undefined when no such process lives. */
export async function liveCommand(pid: number): Promise<string | undefined> {
  if (!processExists(pid)) return undefined;
  const fromProc = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc === '' ? undefined : fromProc;
  const result = await runProgram('ps', ['-o', 'command=', '-p', String(pid)]);
  return result.is === 'finished' && result.code === 0 ? result.output : undefined;
}

/** True for a dead process that waits to be reaped, too. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
