/** Ctrl-C and its relatives: the first stops in order, a second one ends at once. */

/** npm passes Ctrl-C on to a process that got it from the terminal already; that is still one press. */
const samePressMs = 700;

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export interface StopOnSignalOptions {
  readonly stop: () => Promise<void>;
  readonly log: (words: string) => void;
}

export function stopOnSignal({ stop, log }: StopOnSignalOptions): void {
  let firstAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      log('Stopping. Press Ctrl-C again to end at once; the next start then recovers.');
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    } else if (signal === 'SIGINT' && performance.now() - firstAt > samePressMs) {
      process.exit(1);
    }
  };
  for (const signal of signals) process.on(signal, onSignal);
  // The terminal may be gone before the stop is over; what was to be said there is then said to nobody.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
