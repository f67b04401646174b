// Takes everything down, also when one of them refuses, so that no test leaves a server running.

interface Disposable {
  dispose(): Promise<void>;
}

export async function disposeAll(...things: readonly Disposable[]): Promise<void> {
  const outcomes = await Promise.allSettled(things.map((thing) => thing.dispose()));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
