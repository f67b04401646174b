/** Rows of the failure table in which head office cannot be reached, or somebody answers in its place. */
import { describe, expect, test } from 'vitest';
import { openScenario } from './scenario.ts';
import type { Weather } from './weather.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const weathers: readonly (readonly [string, Weather])[] = [
  ['F14 400 on everything', 'status400'],
  ['F14 413 on everything', 'status413'],
  ['F14 422 on everything', 'status422'],
  ['F16 a hotel page with 200', 'portalPage'],
  ['F16 204', 'empty204'],
  ['F16 a redirect to a login page', 'redirect'],
  ['F16 truncated answers', 'truncates'],
  ['F17 a well-formed server of another environment', 'foreignServer'],
  ['F17 replayed old answers', 'replays'],
  ['F18 F44 a bare 401', 'bare401'],
  ['F18 F44 403 in our own words, without a seal', 'bare403'],
  ['F19 408', 'status408'],
  ['F19 425', 'status425'],
  ['F19 429 until tomorrow', 'status429'],
  ['F19 503 until tomorrow', 'status503'],
  ['F42 answers that take a minute', 'slow'],
  ['F26 no network although the browser says online', 'offline'],
];

describe('SYNC-5 P4 whatever answers for ten minutes, nothing leaves the journal and it all arrives afterwards', () => {
  test.each(weathers)('SYNC-5 S %s', async (_name, weather) => {
    const { sell, pass, until, happen, waiting, till, end } = await openScenario();
    await until(() => waiting() === 0);
    await happen({ is: 'weather', till: 0, weather });
    const asked = till.link.sentAt.length;
    await sell(5);
    await pass(10 * MINUTE_MS);
    expect(waiting()).toBeGreaterThanOrEqual(weather === 'truncates' ? 0 : 5);
    // Tried all along, also when told to come back tomorrow: that counts for five minutes.
    expect(till.link.sentAt.length - asked).toBeGreaterThan(10);
    await happen({ is: 'weather', till: 0, weather: 'clear' });
    // Retry-After counts for five minutes at most.
    await until(() => waiting() === 0, 6 * MINUTE_MS);
    expect(await end()).toEqual([]);
  });
});

test('SYNC-5 P4 S F14 500 on everything for a week, with sales every day', async () => {
  const { sell, pass, until, happen, waiting, end } = await openScenario();
  await happen({ is: 'weather', till: 0, weather: 'status500' });
  for (let day = 0; day < 7; day += 1) {
    await sell(3);
    await pass(HOUR_MS);
    await happen({ is: 'sleep', till: 0, ms: 23 * HOUR_MS });
    await pass(23 * HOUR_MS);
  }
  expect(waiting()).toBeGreaterThanOrEqual(21);
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting() === 0);
  expect(await end()).toEqual([]);
});

test('SYNC-6 P4 S F15 replies are lost after the server committed: a repeat changes nothing, the watermark moves', async () => {
  const { sell, until, happen, ledger, waiting, world, end } = await openScenario();
  await until(() => waiting() === 0);
  const before = ledger().length;
  await happen({ is: 'weather', till: 0, weather: 'losesReplies' });
  await sell(10);
  await until(() => ledger().length >= before + 11);
  await until(() => (world.counts.get('sometimes: a repeat that changed nothing') ?? 0) > 0);
  expect(await end()).toEqual([]);
  expect(new Set(ledger().map(({ hash }) => hash)).size).toBe(ledger().length);
});

test('SYNC-7 S F19 a proxy that takes only small bodies gets them in pieces', async () => {
  const { sell, until, happen, waiting, end } = await openScenario();
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(30);
  await happen({ is: 'weather', till: 0, weather: 'smallBodies' });
  await until(() => waiting() === 0);
  expect(await end()).toEqual([]);
});

test('SYNC-6 P4 S F23 old requests that come again a day later change nothing', async () => {
  const { sell, pass, until, happen, ledger, waiting, end } = await openScenario();
  await sell(5);
  await until(() => waiting() === 0);
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await pass(DAY_MS);
  const before = ledger();
  await happen({ is: 'repeatOld', till: 0 });
  await pass(1_000);
  expect(ledger()).toEqual(before);
  expect(await end()).toEqual([]);
});

test('SYNC-17 S F27 a tablet that slept eight hours in a request sends again within five seconds of waking', async () => {
  const { sell, pass, until, happen, waiting, end } = await openScenario();
  await until(() => waiting() === 0);
  await happen({ is: 'weather', till: 0, weather: 'hangs' });
  await sell(2);
  await pass(200);
  await happen({ is: 'sleep', till: 0, ms: 8 * HOUR_MS });
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await pass(8 * HOUR_MS);
  await until(() => waiting() === 0, 5_000);
  expect(await end()).toEqual([]);
});

test('SYNC-5 P1 S F30 thirty days without a connection: every sale is taken, and accepted in the end', async () => {
  const { sell, pass, until, happen, waiting, end } = await openScenario();
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  for (let day = 0; day < 30; day += 1) {
    await sell(2);
    await happen({ is: 'sleep', till: 0, ms: DAY_MS - MINUTE_MS });
    await pass(DAY_MS);
  }
  expect(waiting()).toBeGreaterThanOrEqual(60);
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting() === 0);
  expect(await end()).toEqual([]);
});

test('SYNC-10 P5 S F43 while sign-in answers 500 for a week, sales are sent as they are made', async () => {
  const { sell, pass, until, happen, waiting, till, end } = await openScenario();
  await happen({ is: 'peopleDown', down: true });
  for (let day = 0; day < 7; day += 1) {
    await sell(2);
    await until(() => waiting() === 0, MINUTE_MS);
    await happen({ is: 'sleep', till: 0, ms: DAY_MS - HOUR_MS });
    await pass(DAY_MS);
  }
  // The lease is renewed by sealed answers of the till plane alone.
  const heard = till.disk.tables.singles.contact?.serverTime ?? 0;
  expect(heard).toBeGreaterThan(Date.UTC(2025, 4, 12));
  expect(await end()).toEqual([]);
});
