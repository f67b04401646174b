/** Notes when a try began; the returned function says how it went in time. */
import type { Try } from './link-watch.ts';
import type { Clock } from './ports.ts';

export function beginTry(clock: Clock): () => Try {
  const began = { beganAt: clock.anchored(), beganMono: clock.mono() };
  return () => ({ ...began, endedAt: clock.anchored(), endedMono: clock.mono() });
}
