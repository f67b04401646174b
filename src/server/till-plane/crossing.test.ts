/**
 * A till of one business tries every route of the till plane with everything that is of another's: whatever it asks and however it proves
 * itself, nothing of theirs is told and nothing of theirs is changed.
 */
import { gzipSync } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import { encodeTillCertificate } from '../../journal/certificates.ts';
import { writeImport } from '../../journal/import-stretch.ts';
import type { Stretch } from '../../journal/read-stretch.ts';
import { verifyJournalExport } from '../../journal/verify-journal-export.ts';
import { encodePush } from '../../journal/push-body.ts';
import type { ExportHeader } from '../../protocol/journal-export.ts';
import { TILL_CERTIFICATE_HEADER, TILL_ROUTES } from '../../protocol/till-messages.ts';
import { journalFile } from '../../testing/journal-file.ts';
import {
  askToEnrol,
  enrolTablet,
  NDJSON_GZIP,
  type Ask,
  type Heard,
  type PaperTablet,
} from '../../testing/paper-tablet.ts';
import { rowsOfBusiness, textsWith } from '../../testing/rows-of-business.ts';
import { soldBasket } from '../../testing/trial-basket.ts';
import { headerOf, startJournalWith, type TillJournal } from '../../testing/till-journal.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { trialProduct } from '../../testing/trial-shop.ts';
import { untilProjected } from '../../testing/until-projected.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { demoPolicy } from '../demo/demo-policy.ts';
import { addTill } from '../reference/add-till.ts';
import { createBusiness } from '../reference/create-business.ts';
import { issueEnrolmentCode } from '../reference/enrolment-code.ts';

/** In every id and name of theirs that is made here. */
const THEIRS = 'theirs';
const NDJSON = { 'content-type': 'application/x-ndjson' };

let plane: TillPlaneApp;
let mine: Party;
let theirs: Party;

interface Party {
  readonly tablet: PaperTablet;
  readonly journal: TillJournal;
  /** That nobody has used yet. */
  readonly code: string;
  readonly parked: string;
}

beforeAll(async () => {
  plane = await startTillPlaneApp();
  const { enrolmentCode: code } = await plane.seed();
  mine = await partyOf(await plane.newTablet(), code);
  await makeTheirs();
  theirs = await partyOf(await enrolTablet(plane.app, await theirCode()), await theirCode());
});
afterAll(() => plane.stop());
beforeEach(() => untilProjected(plane, theirs.tablet.enrolment.till));

type Route = keyof typeof TILL_ROUTES;

/** Every way on each route in which a till of ours could name something of theirs. */
const attempts: Record<Route, () => Promise<readonly Heard[]>> = {
  push: () => asThem('POST', TILL_ROUTES.push, pushOf(theirs)),
  head: () => asThem('POST', TILL_ROUTES.head, headOf(theirs)),
  hole: () => asThem('POST', TILL_ROUTES.hole, holeOf(theirs)),
  pull: async () => [
    ...(await asThem('GET', `${TILL_ROUTES.pull}?stream=roster`)),
    ...(await asThem('GET', `${TILL_ROUTES.pull}?stream=catalogue&cursor=`)),
    await mine.tablet.pull('roster', theirs.tablet.enrolment.till),
    await mine.tablet.pull('catalogue', theirs.tablet.enrolment.till),
  ],
  import: () => forgedImports(),
  parked: () => asThem('GET', TILL_ROUTES.parked),
  claim: () => asThem('POST', TILL_ROUTES.claim, Promise.resolve(JSON.stringify({ sale: theirs.parked }))),
  hints: () => asThem('GET', TILL_ROUTES.hints, null, { isStream: true }),
  enrol: async () => [
    (await askToEnrol(plane.app, mine.code, { rekey: theirs.tablet.enrolment.till })).heard,
    (await askToEnrol(plane.app, 'AAAA-AAAA', { rekey: theirs.tablet.enrolment.till })).heard,
  ],
  repin: async () => {
    const payload = { code: 'AAAA-AAAA', requestNonce: 'a'.repeat(22), till: theirs.tablet.enrolment.till };
    return [heardOf(await plane.app.inject({ method: 'POST', url: TILL_ROUTES.repin, payload }))];
  },
};

test.each(Object.entries(attempts))(
  'OPER-23 %s: nothing of another business is told or changed',
  async (_, attempt) => {
    const before = await rowsOfTheirs();
    expect(before.size).toBeGreaterThan(10);
    const secrets = textsWith(before, THEIRS);
    const named = [theirs.tablet.enrolment.till, theirs.parked];
    const heard = await attempt();
    expect(heard.length).toBeGreaterThan(0);
    for (const { text } of heard)
      expect(secrets.filter((secret) => text.includes(secret) && !named.includes(secret))).toEqual([]);
    expect(await rowsOfTheirs()).toEqual(before);
  },
);

test('OPER-23 facts that name another business stay the business of the till that sent them', async () => {
  const before = await rowsOfTheirs();
  const { journal, tablet } = mine;
  const { till } = theirs.tablet.enrolment;
  await journal.add({ kind: 'saleRecalled', body: { sale: theirs.parked, till } });
  await journal.add({
    kind: 'saleParked',
    body: { name: 'Mine', gross: money(1), open: soldBasket(theirs.parked) },
  });
  const { header, lines } = await journal.push(1);
  expect((await tablet.push(header, lines)).status).toBe(200);
  await untilProjected(plane, tablet.enrolment.till);
  expect(await rowsOfTheirs()).toEqual(before);
});

test('OPER-23 a certificate of ours does not make a till of theirs known again', async () => {
  const before = await rowsOfTheirs();
  const { tablet } = mine;
  const stolen = encodeTillCertificate(tablet.enrolment.certificate);
  const lie = { till: theirs.tablet.enrolment.till };
  const headers = { [TILL_CERTIFICATE_HEADER]: stolen };
  const heard = await tablet.ask({ method: 'GET', target: TILL_ROUTES.parked, headers, lie });
  expect(heard.status).toBe(401);
  expect(await rowsOfTheirs()).toEqual(before);
});

/** Our till by our key and theirs by ours, with what is theirs in the body. */
async function asThem(
  method: Ask['method'],
  target: string,
  made: Promise<string> | null = null,
  { isStream = false } = {},
): Promise<Heard[]> {
  const body = made === null ? {} : { body: gzipSync(await made), headers: NDJSON_GZIP };
  const claimed = { method, target, ...body, lie: { till: theirs.tablet.enrolment.till } };
  const refused = await mine.tablet.ask(claimed);
  expect(refused.status).toBe(401);
  if (isStream) return [refused];
  const own = { method, target, ...body };
  // The first may only fetch a fresh nonce.
  const first = await mine.tablet.ask(own);
  const second = await mine.tablet.ask(own);
  expect(second.status).not.toBe(401);
  return [refused, first, second];
}

async function pushOf({ journal }: Party): Promise<string> {
  const { header, lines } = await journal.push(1);
  return Buffer.from(encodePush(header, lines)).toString('utf8');
}

function headOf({ tablet: { enrolment }, journal }: Party): Promise<string> {
  const header = headerOf(enrolment.till, journal.inc, 1, '0'.repeat(64), 1);
  return Promise.resolve(Buffer.from(encodePush(header, [])).toString('utf8'));
}

function holeOf({ tablet: { enrolment }, journal }: Party): Promise<string> {
  const { report } = headerOf(enrolment.till, journal.inc, 1, '0'.repeat(64), 1);
  const hole = { till: enrolment.till, inc: journal.inc, from: 1, to: 1, after: '1'.repeat(64), why: 'lost' };
  return Promise.resolve(JSON.stringify({ protocol: 2, ...hole, report }));
}

/** A file of theirs under our certificate, and one of ours under their name. */
async function forgedImports(): Promise<Heard[]> {
  const [own, their] = [await firstStretch(mine), await firstStretch(theirs)];
  const forged = [
    writeImport({ ...their.header, certificate: own.header.certificate }, their.stretch),
    writeImport({ ...own.header, till: their.header.till, business: THEIRS }, own.stretch),
  ];
  const heard: Heard[] = [];
  for (const text of forged) {
    const payload = Buffer.from(text);
    const answer = await plane.app.inject({
      method: 'POST',
      url: TILL_ROUTES.import,
      headers: NDJSON,
      payload,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    heard.push(heardOf(answer));
  }
  return heard;
}

interface Stretched {
  readonly header: ExportHeader;
  readonly stretch: Stretch;
}

async function firstStretch({ journal, tablet }: Party): Promise<Stretched> {
  const { root } = plane.keys;
  const lines = await journalFile([journal], tablet.enrolment.certificate, root);
  const found: Stretched[] = [];
  await verifyJournalExport(textOf(lines), {
    root,
    onStretch: (stretch, header) => void found.push({ header, stretch }),
  });
  const [first] = found;
  if (first === undefined) throw new Error('an empty file');
  return first;
}

async function* textOf(lines: readonly string[]): AsyncGenerator<string> {
  yield await Promise.resolve(lines.map((line) => `${line}\n`).join(''));
}

function heardOf({ statusCode: status, headers, body: text }: LightMyRequestResponse): Heard {
  return { status, seal: 'sealed', headers, text, json: null };
}

async function makeTheirs(): Promise<void> {
  const people = [{ id: `${THEIRS}-owner`, name: `${THEIRS} owner`, role: 'owner', pin: '482691' }] as const;
  const products = [trialProduct({ id: `${THEIRS}-product`, name: `${THEIRS} product` })];
  const place = { business: THEIRS, shop: `${THEIRS}-shop`, kind: 'demo', policy: demoPolicy } as const;
  const wanted = { ...place, people, products, categories: [], favourites: [`${THEIRS}-product`] };
  await inTransaction(plane.owner, (client) => createBusiness(client, wanted, plane.clock.now));
}

/** For a till of its own. */
function theirCode(): Promise<string> {
  return inTransaction(plane.owner, async (client) => {
    const till = await addTill(client, `${THEIRS}-shop`, `${THEIRS} till`, plane.clock.now);
    const issued = till && (await issueEnrolmentCode(client, till.till, plane.clock.now));
    if (issued === null) throw new Error('no code');
    return issued.code;
  });
}

/** With a journal at head office, and a basket parked in it. */
async function partyOf(tablet: PaperTablet, code: string): Promise<Party> {
  const parked = `parked-by-${tablet.enrolment.till}`;
  const journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
  const body = {
    name: `${tablet.enrolment.business} customer`,
    gross: money(500),
    open: soldBasket(parked, 2),
  };
  await journal.add({ kind: 'saleParked', body });
  const { header, lines } = await journal.push(1);
  await tablet.push(header, lines);
  return { tablet, journal, code, parked };
}

function rowsOfTheirs(): Promise<ReadonlyMap<string, readonly unknown[]>> {
  return rowsOfBusiness(plane.owner, THEIRS);
}
