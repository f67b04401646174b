/** Hears hints in the app: the real network and the real timers. */
import { makeFetchHints } from './fetch-hints.ts';
import { hearHints } from './hear-hints.ts';
import { realChance } from './real-chance.ts';
import { realTimers } from './real-timers.ts';
import type { RunningSync } from './run-sync.ts';

/** Until the signal is aborted. @param origin empty in the app. */
export function startHints(
  { line, hinted }: Pick<RunningSync, 'line' | 'hinted'>,
  signal: AbortSignal,
  origin = '',
): Promise<void> {
  const clock = { mono: () => performance.now() };
  const open = makeFetchHints(origin);
  return hearHints({ line, hinted, open, clock, chance: realChance, timers: realTimers }, signal);
}
