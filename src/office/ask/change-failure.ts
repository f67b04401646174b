/** Why a change was not saved, as a screen that keeps it says so. */
import { troubleOf } from './office-trouble.ts';

export type ChangeFailure = 'outage' | 'changed' | 'other';

export function changeFailure(error: unknown): ChangeFailure {
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  return trouble.code === 'changed-meanwhile' ? 'changed' : 'other';
}
