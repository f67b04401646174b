/** Reads PostgreSQL's own note about a running server, `postmaster.pid`, and says whether it is true. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { liveCommand, processExists } from './live-command.ts';

export type PostmasterState =
  | { is: 'none' }
  /** A note left by a server that is gone; its process number may meanwhile belong to someone else. */
  | { is: 'stale'; numberIsTaken: boolean }
  | { is: 'running'; pid: number; socketFolder: string };

const pidLine = 0;
const socketFolderLine = 4;

export async function readPostmasterState(cluster: string): Promise<PostmasterState> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return { is: 'none' };
  const lines = text.split('\n');
  const pid = Number(lines[pidLine]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !processExists(pid))
    return { is: 'stale', numberIsTaken: false };
  if (!(await isLivePostgres(pid))) return { is: 'stale', numberIsTaken: true };
  return { is: 'running', pid, socketFolder: lines[socketFolderLine] ?? '' };
}

/** After a restart of the machine or its container the number may be anyone's. */
export async function isLivePostgres(pid: number): Promise<boolean> {
  return (await liveCommand(pid))?.includes('postgres') === true;
}
