/** The drill that runs on this till, as its screens draw it. */
import { useSyncExternalStore } from 'react';
import type { DrillStarted } from '../../domain/fact-body.ts';
import { usePorts } from '../till-context.ts';

export function useDrill(): DrillStarted | null {
  const { drill } = usePorts();
  return useSyncExternalStore(drill.subscribe, drill.current);
}
