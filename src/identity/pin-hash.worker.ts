/** Hashes PINs away from the screen's thread, so that the lock screen stays smooth for the quarter of a second it takes. */
import { hashPin } from './hash-pin.ts';
import { hashRequestSchema, type HashAnswer, type HashRequest } from './pin-hash-messages.ts';

addEventListener('message', (event: MessageEvent<unknown>) => {
  void answer(hashRequestSchema.parse(event.data)).then((message) => postMessage(message));
});

async function answer({ id, pin, salt, parameters }: HashRequest): Promise<HashAnswer> {
  try {
    return { is: 'hashed', id, hash: await hashPin(pin, salt, parameters) };
  } catch (error) {
    // Most likely no memory for the hash: the asker decides, this worker lives on.
    return { is: 'failed', id, why: String(error) };
  }
}
