/** Why a smoke test stops, in a sentence for whoever reads the release's log. */
export class SmokeFailure extends Error {
  override readonly name = 'SmokeFailure';
}

export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
