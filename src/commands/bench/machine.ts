/** On which machine, at which commit, something was measured. Looked at once, before anything runs. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  readonly commit: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Of the last minute, as the system counts it. */
  readonly loadBefore: number;
  readonly node: string;
}

/** @param root of the working copy. */
export function readMachine(root: string): Machine {
  return {
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg()[0] ?? 0,
    node: process.version,
  };
}

export function machineWords({ commit, cores, cpu, memoryGb, loadBefore, node }: Machine): string {
  return (
    `Commit ${commit}. ${cores} cores of an ${cpu}, load ${loadBefore.toFixed(1)} when it began, ` +
    `${memoryGb} GB, Node ${node.slice(1)}, Chromium without a graphics card.`
  );
}
