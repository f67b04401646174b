/** Waits in the world's time; what is over waits for ever. */
import type { Life } from './life.ts';
import type { World } from './world.ts';

export function waitIn(world: World, life: Life, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve();
    world.after(ms, life, done);
    signal.addEventListener('abort', () => world.after(0, life, done));
  });
}
