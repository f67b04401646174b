/** Keeps the browser's own question about installing, where it has one, until a person wishes to be asked. */
import type { InstallPort } from '../till/till-ports.ts';

/** Chromium's, not in any standard; so its type is ours. */
interface InstallQuestion extends Event {
  readonly prompt: () => Promise<unknown>;
}

export function keepInstallQuestion(): InstallPort {
  const listeners = new Set<() => void>();
  let question: InstallQuestion | null = null;
  const keep = (next: InstallQuestion | null) => {
    question = next;
    for (const listener of listeners) listener();
  };
  addEventListener('beforeinstallprompt', (event) => {
    // Asked when somebody chooses to, never over a sale.
    event.preventDefault();
    if (isQuestion(event)) keep(event);
  });
  addEventListener('appinstalled', () => keep(null));
  return {
    canAsk: () => question !== null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: async () => {
      const asked = question;
      // It can be asked once.
      keep(null);
      await asked?.prompt();
    },
  };
}

function isQuestion(event: Event): event is InstallQuestion {
  return 'prompt' in event && typeof event.prompt === 'function';
}
