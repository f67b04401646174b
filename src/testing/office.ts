/** The people plane over a real database, with two businesses in it and a journal that sends to the ledger: what office tests ask. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type pg from 'pg';
import { demoPolicy } from '../server/demo/demo-policy.ts';
import { ofBusiness } from '../server/database/borrow-connection.ts';
import { inTransaction } from '../server/database/in-transaction.ts';
import { appendBatch } from '../server/ledger/append-batch.ts';
import { readOffered } from '../server/ledger/offered-batch.ts';
import { buildPeoplePlane } from '../server/people-plane/build-people-plane.ts';
import { catchUp } from '../server/projections/projector.ts';
import { addTill } from '../server/reference/add-till.ts';
import { createBusiness } from '../server/reference/create-business.ts';
import type { TillReport } from '../protocol/push.ts';
import { startTestDatabase, type TestDatabase } from './database.ts';
import { startJournal, type SignedPush, type TillJournal } from './till-journal.ts';

export const OFFICE_NOON = Date.UTC(2025, 4, 6, 11);
export const OFFICE_PASSWORD = 'a long enough password';

export interface TestOffice {
  readonly app: FastifyInstance;
  readonly owner: pg.Pool;
  /** As the people plane's role. */
  readonly pool: pg.Pool;
  /** Moves the plane's clock. */
  readonly setNow: (now: number) => void;
  /** The till of business `b-…`, shop `b-…`, with a journal of its own. */
  readonly journal: TillJournal;
  readonly ask: (asked: OfficeQuestion) => Promise<LightMyRequestResponse>;
  /** @returns the cookie header of a sign-in. */
  readonly signIn: (email: string) => Promise<string>;
  /** Sends what the journal holds from a fact on, and projects it. */
  readonly send: (from: number, report?: Partial<TillReport>, of?: TillJournal) => Promise<void>;
  /** The same for a part of it. */
  readonly take: (push: SignedPush, report?: Partial<TillReport>) => Promise<void>;
  /** Another till of the business `mine`, enrolled, with a journal of its own. */
  readonly addJournal: (shop: string) => Promise<TillJournal>;
  readonly stop: () => Promise<void>;
}

export interface OfficeQuestion {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startTestOffice(): Promise<TestOffice> {
  const database: TestDatabase = await startTestDatabase();
  const owner = database.openPool('owner');
  const tillPool = database.openPool('till');
  const pool = database.openPool('people');
  let now = OFFICE_NOON;
  await makeBusiness(owner, 'mine');
  await makeBusiness(owner, 'theirs');
  const app = await buildPeoplePlane({
    pool,
    clock: () => now,
    secondFactorKey: new Uint8Array(32),
    setUpKey: new Uint8Array(32),
    log: () => undefined,
  });
  const journal = await addJournal(owner, 'mine-shop');

  const ask = (asked: OfficeQuestion): Promise<LightMyRequestResponse> =>
    app.inject({
      method: asked.method ?? (asked.body === undefined ? 'GET' : 'POST'),
      url: `/api/v1/people${asked.path}`,
      headers: { ...asked.headers, ...(asked.cookie === undefined ? {} : { cookie: asked.cookie }) },
      ...(asked.body === undefined ? {} : { payload: asked.body }),
    });
  return {
    app,
    owner,
    pool,
    setNow: (moment) => {
      now = moment;
    },
    journal,
    ask,
    signIn: async (email) =>
      cookieOf(await ask({ path: '/sign-in', body: { email, password: OFFICE_PASSWORD } })),
    send: async (from, report = {}, of = journal) =>
      send(tillPool, of, { push: await of.push(from), report, now }),
    take: (push, report = {}) => send(tillPool, journal, { push, report, now }),
    addJournal: (shop) => addJournal(owner, shop),
    stop: async () => {
      await app.close();
      await database.stop();
    },
  };
}

/** People: a manager, an owner and a clerk, each with an account `ROLE@BUSINESS.example`. */
async function makeBusiness(pool: pg.Pool, business: string): Promise<void> {
  const people = (['manager', 'owner', 'clerk'] as const).map((role) => ({
    id: `${business}-${role}`,
    name: `${business} ${role}`,
    role,
    pin: role === 'clerk' ? '4826' : '482691',
    office: { email: `${role}@${business}.example`, password: OFFICE_PASSWORD },
  }));
  await inTransaction(pool, (client) =>
    createBusiness(
      client,
      {
        business,
        shop: `${business}-shop`,
        kind: 'real',
        policy: demoPolicy,
        people,
        products: [],
        categories: [],
        favourites: [],
      },
      OFFICE_NOON,
    ),
  );
}

async function addJournal(owner: pg.Pool, shop: string): Promise<TillJournal> {
  const till = await inTransaction(owner, (client) => addTill(client, shop, 'Till 1', OFFICE_NOON));
  if (till === null) throw new Error('no shop');
  await enrol(owner, till.till);
  return startJournal({ business: 'mine', shop, till: till.till }, 'inc-1');
}

async function enrol(pool: pg.Pool, till: string): Promise<void> {
  await pool.query(
    `update evertill.till set public_key = 'key', enrolled_at = $2, enrolments = 1 where till = $1`,
    [till, OFFICE_NOON],
  );
}

interface Sending {
  readonly push: SignedPush;
  readonly report: Partial<TillReport>;
  readonly now: number;
}

async function send(pool: pg.Pool, journal: TillJournal, { push, report, now }: Sending): Promise<void> {
  const { header, lines } = push;
  const result = await appendBatch(ofBusiness(pool, journal.identity.business), {
    batch: readOffered(header, lines),
    report: { ...header.report, ...report },
    signature: header.sig,
    signatureOk: true,
    tillKey: journal.publicKey,
    receivedAt: now,
  });
  if (result.is === 'busy') throw new Error('busy');
  await catchUp(pool);
}

export function cookieOf(response: LightMyRequestResponse): string {
  const [cookie] = response.cookies;
  return cookie === undefined ? '' : `${cookie.name}=${cookie.value}`;
}
