/** Head office tells connected tills that something changed: over a real connection, from a real database. */
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AddressInfo } from 'node:net';
import { pullAnswerSchema } from '../protocol/pull.ts';
import { TILL_ROUTES } from '../protocol/till-messages.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { inTransaction } from '../server/database/in-transaction.ts';
import { raiseVersion } from '../server/reference/raise-version.ts';
import { startHintBoard } from '../server/till-plane/hint-board.ts';
import { exchange, type Line } from '../sync/exchange.ts';
import { makeFetchNet } from '../sync/fetch-net.ts';
import { gzip } from '../sync/gzip.ts';
import { realChance } from '../sync/real-chance.ts';
import { startHints } from '../sync/start-hints.ts';
import type { PaperTablet } from './paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from './till-plane-app.ts';

let plane: TillPlaneApp;
let tablet: PaperTablet;
let origin: string;
let stopping: AbortController;
beforeEach(async () => {
  plane = await startTillPlaneApp();
  tablet = await plane.newTablet();
  await plane.app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${String(portOf(plane.app.server.address()))}`;
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await plane.stop();
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** As a till that has just pulled: its last nonce is fresh. */
async function connectedLine(): Promise<Line> {
  const { till, root, certificate } = tablet.enrolment;
  const line: Line = {
    net: makeFetchNet(origin),
    chance: realChance,
    pack: gzip,
    nonce: { current: '' },
    protocol: { current: PROTOCOL_VERSION },
    credentials: { till, root, certificate, privateKey: tablet.key.privateKey },
  };
  const target = `${TILL_ROUTES.pull}?stream=catalogue&cursor=`;
  const ask = { method: 'GET', target, body: null, headers: {}, deadlineMs: 20_000, isPush: false } as const;
  expect((await exchange(line, ask, pullAnswerSchema)).is).toBe('ok');
  return line;
}

/** @returns how often the till was told to ask. */
async function hear(): Promise<() => number> {
  const line = await connectedLine();
  let hints = 0;
  void startHints({ line: () => Promise.resolve(line), hinted: () => (hints += 1) }, stopping.signal, origin);
  await until(() => hints > 0);
  return () => hints;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

const change = (business = tablet.enrolment.business): Promise<number> =>
  inTransaction(plane.owner, (client) => raiseVersion(client, business, 'catalogue'));

test('SYNC-40 a change of reference data is hinted to the tills of its business, by whichever node made it', async () => {
  const hints = await hear();
  await plane.owner.query(
    `insert into evertill.business (business, name, kind, created_at) values ('other', 'Other', 'real', 0)`,
  );
  // The first look of the board may have rung for what it did not know.
  await change();
  await until(() => hints() >= 2);
  const before = hints();
  await change('other');
  await change();
  await until(() => hints() > before);
  expect(hints()).toBe(before + 1);
});

test('SYNC-41 where the database cannot tell, a look every few seconds finds the change', async () => {
  let rings = 0;
  const { business } = tablet.enrolment;
  const board = startHintBoard({ address: null, pool: plane.owner, log: () => undefined, lookEveryMs: 10 });
  const stopHearing = board.hear(business, () => (rings += 1));
  await until(() => rings === 1);
  await change();
  await until(() => rings === 2);
  stopHearing();
  await board.stop();
});

test('SYNC-42 an open stream never holds up a stop, and its till asks for another', async () => {
  const hints = await hear();
  await plane.app.close();
  expect(hints()).toBe(1);
});

test('SYNC-43 hints are told only to an enrolled till that proves itself', async () => {
  const unproved = await fetch(origin + TILL_ROUTES.hints);
  expect(unproved.status).toBe(401);
  const stale = await tablet.ask({ method: 'GET', target: TILL_ROUTES.hints, lie: { serverNonce: 'old' } });
  expect(stale).toMatchObject({ status: 401, seal: 'sealed' });
});
