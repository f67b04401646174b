/** What the worker kept of its builds, checked: an older worker may have kept it otherwise. No schema library, for a worker starts often. */
import type { Build, Builds } from './build-trial.ts';

export function readBuilds(kept: unknown): Builds | null {
  if (!isRecord(kept) || !isBuild(kept['current'])) return null;
  const { current, trial, previous } = kept;
  if (!isTrial(trial) || (previous !== null && !isBuild(previous))) return null;
  return { current, trial, previous };
}

function isBuild(value: unknown): value is Build {
  return isRecord(value) && typeof value['name'] === 'string' && isTexts(value['files']);
}

function isTrial(value: unknown): value is Builds['trial'] {
  if (!isRecord(value)) return false;
  if (value['is'] === 'onTrial') return Number.isSafeInteger(value['starts']);
  return value['is'] === 'proven' || value['is'] === 'failed';
}

function isTexts(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
