/** Hashes PINs in the worker. A worker that died is replaced, so a till never loses sign-in for the rest of the day. */
import type { HashPin } from './hash-pin.ts';
import { hashAnswerSchema, type HashRequest } from './pin-hash-messages.ts';

export function makePinHasher(): HashPin {
  let worker: Worker | null = null;
  let lastId = 0;
  return (pin, salt, parameters) => {
    const running = (worker ??= startWorker());
    lastId += 1;
    return ask(running, { id: lastId, pin, salt: new Uint8Array(salt), parameters }).catch(
      (error: unknown) => {
        running.terminate();
        worker = null;
        throw error;
      },
    );
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./pin-hash.worker.ts', import.meta.url), { type: 'module' });
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
