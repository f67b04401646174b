/** Runs a piece of work on a database handle, and once more on a fresh one when the platform killed it (F07). */
const REOPENS_MAX = 3;
/** What browsers say when a handle is dead: closed under us, or the storage process behind it restarted. */
const DEAD_HANDLE_ERRORS = ['InvalidStateError', 'UnknownError', 'DatabaseClosedError'];

export interface Handle {
  readonly close: (options?: { disableAutoOpen: boolean }) => void;
  readonly open: () => PromiseLike<unknown>;
}

/** The work must be repeatable: facts keep their id, so a commit that landed unseen is found, not made twice. */
export async function withLiveHandle<Result>(db: Handle, work: () => PromiseLike<Result>): Promise<Result> {
  for (let reopens = 0; ; reopens += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDeadHandle(error) || reopens === REOPENS_MAX) throw error;
      db.close({ disableAutoOpen: false });
      await db.open();
    }
  }
}

function isDeadHandle(error: unknown): boolean {
  return error instanceof Error && DEAD_HANDLE_ERRORS.includes(error.name);
}
