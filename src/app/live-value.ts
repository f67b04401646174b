/** The latest answer of a live question to the database, at hand without waiting. */
import { liveQuery } from 'dexie';

export interface LiveValue<Value> {
  readonly current: () => Value;
  readonly stop: () => void;
}

/** @param onChange after each further answer; the first is there when this resolves. */
export function watchValue<Value>(
  ask: () => Promise<Value>,
  onChange: () => void,
): Promise<LiveValue<Value>> {
  return new Promise((resolve, reject) => {
    let latest: { value: Value } | null = null;
    const subscription = liveQuery(ask).subscribe({
      next: (value) => {
        if (latest === null) {
          const own = { value };
          latest = own;
          resolve({ current: () => own.value, stop: () => subscription.unsubscribe() });
        } else {
          latest.value = value;
          onChange();
        }
      },
      // Once there was an answer it stays what we know: whoever writes next hears that the database died.
      error: reject,
    });
  });
}
