/** Opens the database; where that takes long, it goes on while the clerk may start another one: whichever is done first is used. */
import { withinLimit } from '../local-db/within-limit.ts';

const DATABASE_MS = 5_000;

export type OpeningState =
  | { readonly is: 'starting' }
  | { readonly is: 'databaseStuck'; readonly detail: string; readonly retry: () => void };

export async function openPatiently<Db extends object>(
  open: () => Promise<Db>,
  show: (state: OpeningState) => void,
): Promise<Db> {
  for (;;) {
    const opening = open();
    const opened = await withinLimit(opening.catch(asDetail), DATABASE_MS);
    if (typeof opened === 'object') return opened;
    const late = await new Promise<Db | null>((resolve) => {
      show({ is: 'databaseStuck', detail: opened, retry: () => resolve(null) });
      opening.then(resolve, () => undefined);
    });
    show({ is: 'starting' });
    if (late !== null) return late;
  }
}

function asDetail(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
