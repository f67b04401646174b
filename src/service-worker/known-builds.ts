/** The builds that are stored on this device, kept beside their files; read once in a life of the worker. */
import type { Builds } from './build-trial.ts';
import { readBuilds } from './read-builds.ts';

const CACHE = 'evertill-builds';
const PLACE = '/builds';

export interface KnownBuilds {
  /** Null before the first, and where the browser lost it. */
  readonly current: () => Promise<Builds | null>;
  readonly change: (step: (builds: Builds) => Builds) => Promise<Builds | null>;
  readonly replace: (builds: Builds) => Promise<void>;
}

export function knownBuilds(): KnownBuilds {
  let known: Promise<Builds | null> | null = null;
  const current = () => (known ??= load());

  async function save(builds: Builds): Promise<void> {
    known = Promise.resolve(builds);
    // What cannot be kept is as if this build had never been on trial: it is shown.
    await keep(builds).catch(() => undefined);
  }
  return {
    current,
    change: async (step) => {
      const before = await current();
      if (before === null) return null;
      const after = step(before);
      if (after !== before) await save(after);
      return after;
    },
    replace: save,
  };
}

async function load(): Promise<Builds | null> {
  try {
    const kept = await (await caches.open(CACHE)).match(PLACE);
    return kept === undefined ? null : readBuilds(await kept.json());
  } catch {
    // No news of any build: the worker's own is shown.
    return null;
  }
}

async function keep(builds: Builds): Promise<void> {
  await (await caches.open(CACHE)).put(PLACE, Response.json(builds));
}
