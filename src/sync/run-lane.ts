/** The loop of every lane: look, decide, do, again. A round that throws is a failed round; the next is always planned. */
export interface Lane<Step> {
  readonly next: () => Promise<Step>;
  readonly take: (step: Step) => Promise<void>;
  /** Something broke in the middle of a round: the lane slows down as after any failure. */
  readonly slowDown: () => Promise<void>;
}

/** @param report told of what broke, and of null once a round was whole again. */
export async function runLane<Step>(
  lane: Lane<Step>,
  report: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await lane.take(await lane.next());
      report(null);
    } catch (error) {
      // Sending must outlive any bug and any trouble of the database: nothing is lost by trying again later.
      report(error);
      await lane.slowDown();
    }
  }
}
