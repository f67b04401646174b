/** What the screens know of the outside: sync's view of each capability, the lease, and what only a person can put right. */
import type { RunningSync } from '../sync/run-sync.ts';
import type { LinkPort, LinkStatus } from '../till/till-ports.ts';

export interface TillLinkParts {
  readonly sync: Pick<RunningSync, 'current' | 'subscribe' | 'tryNow'>;
  readonly lease: () => LinkStatus['lease'];
  readonly rest: () => Pick<LinkStatus, 'trouble' | 'isClockInDoubt' | 'device'>;
}

export interface TillLink extends LinkPort {
  /** Looks again: time has passed, or something was heard. */
  readonly refresh: () => void;
}

export function tillLink({ sync, lease, rest }: TillLinkParts): TillLink {
  const listeners = new Set<() => void>();
  const look = (): LinkStatus => ({ ...sync.current(), lease: lease(), ...rest() });
  let status = look();

  function refresh(): void {
    const next = look();
    // Small and plain: comparing texts is comparing values.
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    for (const listener of listeners) listener();
  }

  sync.subscribe(refresh);
  return {
    current: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tryNow: sync.tryNow,
    refresh,
  };
}
