import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIVE_CHANGED } from '../../protocol/live-messages.ts';
import { startTestOffice, type TestOffice } from '../../testing/office.ts';
import { LIVE_STREAMS_MAX } from './live-hub.ts';

let office: TestOffice;
let origin: string;

beforeAll(async () => {
  office = await startTestOffice();
  origin = await office.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => office.stop());

/** As the browser reads it. */
interface Heard {
  readonly text: () => string;
  readonly ended: Promise<void>;
  readonly leave: () => void;
}

/** As soon as there is room: who left is noticed a moment later. */
async function listen(cookie: string): Promise<Heard> {
  await expect.poll(() => statusOf(cookie), { timeout: 20_000 }).toBe(200);
  const leaving = new AbortController();
  const response = await fetch(`${origin}/api/v1/people/live`, {
    headers: { cookie },
    signal: leaving.signal,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) text += decoder.decode(part, { stream: true });
  };
  return {
    text: () => text,
    ended: read().catch(() => undefined),
    leave: () => leaving.abort(),
  };
}

async function statusOf(cookie: string): Promise<number> {
  const leaving = new AbortController();
  const path = `${origin}/api/v1/people/live`;
  const { status } = await fetch(path, { headers: { cookie }, signal: leaving.signal });
  leaving.abort();
  return status;
}

/** The plane's own connection has said that it wants to hear. */
async function untilListening(): Promise<void> {
  const asking = `select from pg_stat_activity where query like 'listen %' and state = 'idle' and datname = current_database()`;
  await expect.poll(async () => (await office.owner.query(asking)).rowCount, { timeout: 20_000 }).toBe(1);
}

const timesOf = ({ text }: Heard) => text().split(`event: ${LIVE_CHANGED}\n`).length - 1;
const until = (happened: () => boolean) => expect.poll(happened, { timeout: 20_000 }).toBe(true);

test('OFFICE-64 what a till sends is told to the offices of its business, and to no other', async () => {
  const mine = await listen(await office.signIn('manager@mine.example'));
  const theirs = await listen(await office.signIn('manager@theirs.example'));
  await untilListening();
  await until(() => timesOf(mine) === 1 && timesOf(theirs) === 1);
  await office.journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A1' } });
  await office.send(1);
  await until(() => timesOf(mine) === 2);
  await office.owner.query(`select pg_notify('evertill_changed', 'theirs')`);
  await until(() => timesOf(theirs) === 2);
  expect(timesOf(mine)).toBe(2);
  mine.leave();
  theirs.leave();
});

test('OFFICE-5 nobody listens without being signed in, and not more than the plane can hold', async () => {
  expect(await statusOf('')).toBe(401);
  const cookie = await office.signIn('owner@mine.example');
  const all: Heard[] = [];
  while ((await statusOf(cookie)) === 200 && all.length <= LIVE_STREAMS_MAX) all.push(await listen(cookie));
  expect(all.length).toBeGreaterThan(LIVE_STREAMS_MAX - 3);
  expect(all.length).toBeLessThanOrEqual(LIVE_STREAMS_MAX);
  for (const one of all) one.leave();
  await Promise.all(all.map(({ ended }) => ended));
});

test('OFFICE-65 a stop ends the streams and does not wait for them', async () => {
  const heard = await listen(await office.signIn('owner@mine.example'));
  const closed = office.app.close();
  await heard.ended;
  // A connection that has asked nothing yet is ended by the process itself.
  office.app.server.closeAllConnections();
  await closed;
  expect(office.app.server.listening).toBe(false);
});
