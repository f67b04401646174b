/** What has been started, stopped in the reverse order, each part in spite of the failure of another. */
export class StopSequence {
  readonly #log: (words: string) => void;
  readonly #stops: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  #running: Promise<void> | undefined;

  constructor(log: (words: string) => void) {
    this.#log = log;
  }

  add(name: string, stop: () => Promise<void>): void {
    this.#stops.push({ name, stop });
  }

  /** Asked twice, it runs once. */
  run(): Promise<void> {
    this.#running ??= this.#runOnce();
    return this.#running;
  }

  async #runOnce(): Promise<void> {
    for (let last = this.#stops.pop(); last !== undefined; last = this.#stops.pop()) {
      const { name, stop } = last;
      await stop().catch((error: unknown) => {
        this.#log(`Could not stop ${name}: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  }
}
