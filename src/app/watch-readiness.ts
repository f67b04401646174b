/** The till's readiness, at hand for its screens and for what it reports to head office. */
import type { TillReadiness } from '../domain/readiness.ts';
import type { ReadinessPort } from '../till/till-ports.ts';
import type { ReadinessParts } from './look-at-readiness.ts';

export interface WatchedReadiness extends ReadinessPort {
  readonly stop: () => void;
}

export function watchReadiness(parts: Omit<ReadinessParts, 'awake'>): WatchedReadiness {
  const listeners = new Set<() => void>();
  const stopping = new AbortController();
  let latest: TillReadiness | null = null;

  const tools = Promise.all([import('./look-at-readiness.ts'), import('./keep-awake.ts')]).then(
    async ([{ lookAtReadiness }, { keepAwake }]) => {
      const awake = await keepAwake(parts.db, stopping.signal, look);
      return () => lookAtReadiness({ ...parts, awake });
    },
  );
  async function lookNow(): Promise<void> {
    const next = await (await tools)();
    // Small and plain: comparing texts is comparing values.
    if (JSON.stringify(next) === JSON.stringify(latest)) return;
    latest = next;
    for (const listener of listeners) listener();
  }
  function look(): void {
    // What cannot be looked at now is looked at again in a moment; selling does not hang on it.
    if (!stopping.signal.aborted) void lookNow().catch(() => undefined);
  }

  return {
    current: () => latest,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    stop: () => stopping.abort(),
  };
}
