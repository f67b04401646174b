/** Notices that time is over by both clocks: the monotonic one may stand still while a tablet sleeps, the other one may be set. */

/** How often it is looked at: a tablet that slept has passed its deadline, though its timers stood still. */
const WATCH_EVERY_MS = 1_000;

/** @returns what ends the watch. */
export function watchDeadline(deadlineMs: number, onPassed: () => void): () => void {
  const monoEnd = performance.now() + deadlineMs;
  const wallEnd = Date.now() + deadlineMs;
  const timer = setInterval(
    () => {
      if (performance.now() >= monoEnd || Date.now() >= wallEnd) onPassed();
    },
    Math.min(WATCH_EVERY_MS, deadlineMs),
  );
  return () => clearInterval(timer);
}
