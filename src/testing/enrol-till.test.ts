import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tillEnroller } from '../app/enrol-till.ts';
import { startTillClock, type TillClock } from '../app/till-clock.ts';
import { readEnrolment } from '../local-db/read-enrolment.ts';
import { closeLocalDb, openLocalDb, type LocalDb } from '../local-db/open-local-db.ts';
import { readStatus } from '../local-db/read-status.ts';
import { readRoster } from '../local-db/roster.ts';
import type { EnrolOutcome } from '../till/till-ports.ts';
import { makeFaultyNet, NO_FAULT, type Fault, type FaultyNet } from './faulty-net.ts';
import { startHeadOffice, type HeadOffice } from './head-office.ts';
import { trialActing } from './trial-till.ts';

const working = Dexie.dependencies.indexedDB;
let office: HeadOffice;
let tablet: Tablet;

interface Tablet {
  readonly db: LocalDb;
  readonly clock: TillClock;
  readonly net: FaultyNet;
  readonly enrol: (code: string) => Promise<EnrolOutcome>;
}

// The tests follow one tablet from its first try to the one that works: a code is good once.
beforeAll(async () => {
  office = await startHeadOffice(() => Date.UTC(2011, 5, 8, 9));
  tablet = await unpack();
});
afterEach(() => {
  Dexie.dependencies.indexedDB = working;
  tablet.net.faults.sending = NO_FAULT;
});
afterAll(async () => {
  closeLocalDb(tablet.db);
  await office.stop();
});

async function unpack(): Promise<Tablet> {
  const db = await openLocalDb('-enrolment');
  const clock = startTillClock({
    heard: null,
    lastKnown: 0,
    policy: () => ({ timeZone: 'UTC', startOfDay: '00:00' }),
    onJump: () => undefined,
  });
  const net = makeFaultyNet(office.app, () => Promise.resolve());
  const act = () => ({ ...trialActing(0, 'till'), moment: clock.moment() });
  return { db, clock, net, enrol: tillEnroller({ db, clock, net, act }) };
}

test('F10 a tablet that cannot keep a key is told so before its code is spent', async () => {
  const closed = new IDBFactory();
  closed.open = () => {
    throw new DOMException('not in a private window', 'InvalidStateError');
  };
  Dexie.dependencies.indexedDB = closed;
  expect(await tablet.enrol(office.code)).toEqual({ is: 'cannotKeepKey' });
  expect(tablet.net.asked).toEqual([]);
});

test('a wrong code is refused as such', async () => {
  expect(await tablet.enrol('00000000')).toEqual({ is: 'codeRefused' });
});

const outages: readonly (readonly [string, Fault])[] = [
  ['no network', { is: 'noNetwork' }],
  ['an error page', { is: 'answer', status: 500 }],
  ['a web page with 200', { is: 'answer', status: 200, body: '<h1>Welcome</h1>' }],
  ['a bare 403', { is: 'answer', status: 403 }],
];
test.each(outages)('IDEN-34 %s is an outage, not a refusal', async (_, fault) => {
  tablet.net.faults.sending = fault;
  expect(await tablet.enrol(office.code)).toEqual({ is: 'unreachable' });
  expect(await readEnrolment(tablet.db)).toBeNull();
});

test('IDEN-34 when the answer is lost or cut, the same code works again on the same tablet', async () => {
  for (const is of ['loseReply', 'truncate'] as const) {
    tablet.net.faults.sending = { is };
    expect(await tablet.enrol(office.code)).toEqual({ is: 'unreachable' });
  }
  tablet.net.faults.sending = NO_FAULT;
  expect(await tablet.enrol(office.code)).toEqual({ is: 'enrolled' });
});

test('IDEN-34 an enrolled tablet has its roster, its journal, and the time of its head office', async () => {
  expect((await readRoster(tablet.db))?.roster.till).toBe((await readEnrolment(tablet.db))?.till);
  expect(await readStatus(tablet.db)).toMatchObject({ head: { no: 1 }, waiting: { facts: 1, sales: 0 } });
  expect(tablet.clock.day()).toBe('2011-06-08');
});

test('IDEN-34 its keys cannot be copied out of it', async () => {
  const enrolment = await readEnrolment(tablet.db);
  expect([enrolment?.key.privateKey.extractable, enrolment?.pepper.extractable]).toEqual([false, false]);
});
