/** The till's readiness as its screens draw it. */
import { useSyncExternalStore } from 'react';
import { readinessItems, type ReadinessItem, type TillReadiness } from '../../domain/readiness.ts';
import { usePorts } from '../till-context.ts';

export interface SeenReadiness {
  readonly till: TillReadiness;
  readonly items: readonly ReadinessItem[];
}

/** @returns null until it was first looked at. */
export function useReadiness(): SeenReadiness | null {
  const { readiness, clock } = usePorts();
  const till = useSyncExternalStore(readiness.subscribe, readiness.current);
  return till === null ? null : { till, items: readinessItems(till, clock.now()) };
}
