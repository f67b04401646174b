/** Hashes PINs in the worker. A worker that died is replaced, so a till never loses sign-in for the rest of the day. */
import type { HashPin } from './hash-pin.ts';
import { hashAnswerSchema, type HashRequest } from './pin-hash-messages.ts';

export function makePinHasher(): HashPin {
  let lastId = 0;
  // Started now, so that the first clerk does not wait for it.
  let worker: Worker | null = start();

  function start(): Worker {
    const started = new Worker(new URL('./pin-hash.worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('error', () => drop(started));
    return started;
  }
  function drop(dead: Worker): void {
    dead.terminate();
    if (worker === dead) worker = null;
  }

  return async (pin, salt, parameters) => {
    const running = (worker ??= start());
    lastId += 1;
    try {
      return await ask(running, { id: lastId, pin, salt: new Uint8Array(salt), parameters });
    } catch (error) {
      drop(running);
      throw error;
    }
  };
}

function ask(worker: Worker, request: HashRequest): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const fail = (why: string) => {
      done.abort();
      reject(new Error(`the PIN could not be hashed: ${why}`));
    };
    const hear = (event: MessageEvent<unknown>) => {
      const answer = hashAnswerSchema.parse(event.data);
      if (answer.id !== request.id) return;
      if (answer.is === 'failed') {
        fail(answer.why);
        return;
      }
      done.abort();
      resolve(answer.hash);
    };
    worker.addEventListener('message', hear, { signal: done.signal });
    worker.addEventListener('error', (event) => fail(event.message), { signal: done.signal });
    worker.postMessage(request);
  });
}
