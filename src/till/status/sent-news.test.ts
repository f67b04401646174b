import { expect, test } from 'vitest';
import { NO_NEWS, sentStep, type SentEvent } from './sent-news.ts';

const seen = (isDown: boolean, waiting: number): SentEvent => ({ is: 'seen', isDown, waiting });
const after = (...events: readonly SentEvent[]) => events.reduce(sentStep, NO_NEWS);

test('SCREEN-21 when an outage is over and everything has arrived, how many sales that were is said once', () => {
  const over = after(seen(true, 2), seen(true, 12), seen(false, 12), seen(false, 4), seen(false, 0));
  expect(over.sent).toBe(12);
  expect(sentStep(sentStep(over, { is: 'said' }), seen(false, 0)).sent).toBeNull();
});

test('SCREEN-21 nothing is said while sales still wait, nor on an ordinary day', () => {
  expect(after(seen(true, 12), seen(false, 3)).sent).toBeNull();
  expect(after(seen(false, 3), seen(false, 0)).sent).toBeNull();
  expect(after(seen(true, 0), seen(false, 0)).sent).toBeNull();
});
