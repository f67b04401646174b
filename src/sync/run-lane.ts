/** The loop of every lane: look, decide, do, again. A round that throws is a failed round; the next is always planned. */
export interface Lane<Step> {
  readonly next: () => Promise<Step>;
  readonly take: (step: Step) => Promise<void>;
  /** Something broke in the middle of a round: the lane slows down as after any failure. */
  readonly broke: (error: unknown) => Promise<void>;
}

export async function runLane<Step>(lane: Lane<Step>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await lane.take(await lane.next());
    } catch (error) {
      // Sending must outlive any bug and any database trouble: nothing is lost by trying again later.
      await lane.broke(error);
    }
  }
}
