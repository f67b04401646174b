/** The outage drill of this till: kept on disk, carried out between the till and its network, over in time by itself. */
import type { DrillStarted } from '../domain/fact-body.ts';
import { drilledCapabilities, drillTimeLeft } from '../domain/drill.ts';
import type { Acting } from '../local-db/acting.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readDrill } from '../local-db/read-drill.ts';
import type { RunningSync } from '../sync/run-sync.ts';
import type { DrillPort } from '../till/till-ports.ts';
import { watchValue } from './live-value.ts';
import type { TillClock } from './till-clock.ts';

export interface OutageDrill extends DrillPort {
  /** From now on what is drilled looks down. */
  readonly follow: (sync: RunningSync) => void;
  readonly stop: () => void;
}

export async function openOutageDrill(
  db: LocalDb,
  clock: TillClock,
  actingAs: (staff: string) => Acting,
  byTill: () => Acting,
): Promise<OutageDrill> {
  const listeners = new Set<() => void>();
  let sync: RunningSync | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const running = await watchValue(() => readDrill(db), tell);

  async function end(how: 'byItself' | 'early'): Promise<void> {
    const { endDrill } = await import('../local-db/record-drill.ts');
    await endDrill(db, how, clock.anchored(), byTill());
  }
  function tell(): void {
    clearTimeout(timer);
    const drill = running.current();
    if (drill !== null)
      timer = setTimeout(() => void end('byItself'), drillTimeLeft(drill.until, clock.anchored()));
    sync?.drill(drill === null ? [] : drilledCapabilities(drill.what));
    for (const listener of listeners) listener();
  }

  return {
    current: running.current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async (what, minutes, approval) => {
      const { startDrill } = await import('../local-db/record-drill.ts');
      const until = clock.anchored() + minutes * 60_000;
      const drill: DrillStarted = { drill: crypto.randomUUID(), what, until };
      return (await startDrill(db, drill, approval, actingAs(approval.approver))).is;
    },
    endEarly: () => end('early'),
    anchored: clock.anchored,
    follow: (next) => {
      sync = next;
      if (running.current() !== null) tell();
    },
    stop: () => {
      clearTimeout(timer);
      running.stop();
    },
  };
}
