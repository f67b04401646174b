/** Founding a business and setting it up, over a real database that holds two others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import * as z from 'zod/mini';
import {
  firstStartSchema,
  foundedSchema,
  setUpSchema,
  testReceiptSchema,
  type FoundBusiness,
  type SetUp,
  type SetUpStep,
} from '../../protocol/set-up-messages.ts';
import { meSchema } from '../../protocol/people-messages.ts';
import { cookieOf, OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';
import { paperReceipt } from '../../testing/paper-receipt.ts';
import { rowsOfBusiness } from '../../testing/rows-of-business.ts';
import { trialProduct } from '../../testing/trial-shop.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { DEMO_BUSINESS, seedDemoBusiness } from '../demo/seed-demo-business.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow } from '../database/query-rows.ts';
import { addTill } from '../reference/add-till.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { isSetUpCode, newestBusiness, setUpCode } from '../set-up/set-up-code.ts';
import { shopsOf } from './shop-of-business.ts';

const KEY = new Uint8Array(32);
const MINUTE_MS = 60_000;

let office: TestOffice;
let now = OFFICE_NOON;

beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.stop());

async function code(): Promise<string> {
  return setUpCode(KEY, await newestBusiness(office.owner));
}

let asked = 0;

/** A stranger at an address and with an e-mail of their own, unless told. */
async function wanted(change: Partial<FoundBusiness> = {}): Promise<FoundBusiness> {
  asked += 1;
  return {
    code: await code(),
    business: 'Marsh & Dyer',
    owner: 'Nell',
    email: `nell${String(asked)}@marsh.example`,
    password: 'seven green bottles',
    country: 'GB',
    ...change,
  };
}

function found(body: FoundBusiness): Promise<LightMyRequestResponse> {
  return office.ask({
    path: '/set-up/found',
    body,
    headers: { 'x-forwarded-for': `10.0.0.${String(asked)}` },
  });
}

interface Founded {
  readonly cookie: string;
  readonly business: string;
  readonly shop: string;
  readonly pin: string;
}

async function foundOne(change: Partial<FoundBusiness> = {}): Promise<Founded> {
  const answer = await found(await wanted(change));
  const { me, pin } = foundedSchema.parse(answer.json());
  return { cookie: cookieOf(answer), business: me.businessId, shop: me.shops[0]?.id ?? '', pin };
}

async function setUpOf({ cookie, shop }: Founded): Promise<SetUp> {
  return setUpSchema.parse((await office.ask({ path: `/set-up?shop=${shop}`, cookie })).json());
}

function statesOf({ steps }: SetUp): Partial<Record<SetUpStep, string>> {
  return Object.fromEntries(steps.map(({ step, is }) => [step, is]));
}

const countSchema = z.object({ count: z.int() });

async function countOfBusinesses(): Promise<number> {
  const row = await queryRow(office.owner, 'select count(*) from evertill.business', [], countSchema);
  return row?.count ?? 0;
}

describe('founding a business', () => {
  test('SETUP-1 without the code that the start prints nothing is founded, and the code is guessed slowly', async () => {
    const before = await countOfBusinesses();
    const body = await wanted({ code: 'AAAA-AAAA-AAAA' });
    for (let tries = 0; tries < 10; tries++) {
      const answer = await found(body);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'code-invalid' });
      expect(answer.cookies).toEqual([]);
    }
    const right = { ...body, code: await code() };
    expect((await found(right)).statusCode).toBe(429);
    expect(await countOfBusinesses()).toBe(before);
    now += 11 * MINUTE_MS;
    office.setNow(now);
    expect((await found(right)).statusCode).toBe(200);
  });

  test('SETUP-1 a code works once: the next start prints another', async () => {
    const first = await wanted();
    expect((await found(first)).statusCode).toBe(200);
    expect((await found(await wanted({ code: first.code }))).statusCode).toBe(403);
    expect(await code()).not.toBe(first.code);
  });

  test('SETUP-1 a code is typed in any case, with or without dashes, and belongs to the server’s keys', () => {
    const made = setUpCode(KEY, 'b');
    expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(isSetUpCode(` ${made.toLowerCase().replaceAll('-', ' ')} `, KEY, 'b')).toBe(true);
    expect(isSetUpCode(made.replaceAll('0', 'o').replaceAll('1', 'l'), KEY, 'b')).toBe(true);
    expect(isSetUpCode(made, new Uint8Array(32).fill(1), 'b')).toBe(false);
    expect(isSetUpCode(made, KEY, null)).toBe(false);
    expect(isSetUpCode('', KEY, 'b')).toBe(false);
  });

  test('SETUP-2 it is real and its owner’s alone, with the money and taxes of its country', async () => {
    const others = [await rowsOfBusiness(office.owner, 'mine'), await rowsOfBusiness(office.owner, 'theirs')];
    const body = await wanted({ country: 'IE' });
    const answer = await found(body);
    const { me, pin } = foundedSchema.parse(answer.json());
    expect(me).toMatchObject({ name: 'Nell', role: 'owner', business: 'Marsh & Dyer', kind: 'real' });
    expect(me.shops).toMatchObject([{ timeZone: 'Europe/Dublin', currency: { code: 'EUR', digits: 2 } }]);
    expect(pin).toMatch(/^\d{6}$/);
    const known = await office.ask({ path: '/me', cookie: cookieOf(answer) });
    expect(meSchema.parse(known.json()).businessId).toBe(me.businessId);
    const [shop] = await shopsOf(ofBusiness(office.pool, me.businessId), me.businessId);
    expect(shop?.policy.taxRates.map(({ rate }) => rate)).toEqual([2300, 1350, 900, 0]);
    const again = await office.ask({
      path: '/sign-in',
      body: { email: body.email, password: body.password },
    });
    expect(again.statusCode).toBe(200);
    expect([
      await rowsOfBusiness(office.owner, 'mine'),
      await rowsOfBusiness(office.owner, 'theirs'),
    ]).toEqual(others);
    const rows = await rowsOfBusiness(office.owner, me.businessId);
    expect(rows.get('audit')).toMatchObject([{ act: 'businessFounded', person: me.id }, { act: 'signedIn' }]);
    for (const table of ['product', 'till', 'receipt']) expect(rows.get(table), table).toBeUndefined();
    expect(JSON.stringify([...rows.values()])).not.toContain(body.password);
  });

  test('SETUP-2 what is founded by the office is real, and no plane makes it anything else', async () => {
    const { business } = await foundOne();
    const own = ofBusiness(office.pool, business);
    for (const statement of [
      `insert into evertill.business (business, name, kind, created_at) values ('x', 'x', 'demo', 1)`,
      `update evertill.business set kind = 'demo'`,
      `update evertill.business set founding = 1`,
    ])
      await expect(own.query(statement), statement).rejects.toThrow(/permission denied|can only be updated/);
    const stranger = `insert into evertill.business (business, name, created_at) values ('x', 'x', 1)`;
    await expect(own.query(stranger)).rejects.toThrow('row-level security');
  });

  test('SETUP-3 of two who found with one code at once, one does', async () => {
    const before = await countOfBusinesses();
    const bodies = [await wanted()];
    bodies.push({ ...(await wanted()), business: 'Second' });
    const answers = await Promise.all(bodies.map(found));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
    expect(await countOfBusinesses()).toBe(before + 1);
  });

  test('SETUP-3 an e-mail that has an account, or what cannot be read, founds nothing and leaves the code', async () => {
    const before = await countOfBusinesses();
    const body = await wanted();
    const refused: [Partial<Record<keyof FoundBusiness, string>>, number][] = [
      [{ email: 'owner@mine.example' }, 409],
      [{ email: 'nobody' }, 400],
      [{ password: 'short' }, 400],
      [{ email: 'long-enough@marsh.example', password: 'long-enough@marsh.example' }, 400],
      [{ business: '  ' }, 400],
      [{ owner: 'Nell\u0007' }, 400],
      [{ country: 'XX' }, 400],
    ];
    for (const [change, status] of refused) {
      const answer = await office.ask({ path: '/set-up/found', body: { ...body, ...change } });
      expect(answer.statusCode, JSON.stringify(change)).toBe(status);
      expect(answer.cookies).toEqual([]);
    }
    expect(await countOfBusinesses()).toBe(before);
    expect((await found(body)).statusCode).toBe(200);
  });

  test('SETUP-7 the first start tells anybody how to look round the demo, where there is one, and nothing else', async () => {
    const answer = await office.ask({ path: '/first-start' });
    expect(answer.json()).toEqual({ demo: null, isFounded: true });
    const before = await code();
    const seeded = await seedDemoBusiness({ pool: office.owner, clock: () => now });
    const first = firstStartSchema.parse((await office.ask({ path: '/first-start' })).json());
    expect(first).toEqual({ demo: seeded.office, isFounded: true });
    const looking = await office.ask({ path: '/sign-in', body: { ...first.demo } });
    expect(meSchema.parse(looking.json())).toMatchObject({ kind: 'demo', businessId: DEMO_BUSINESS });
    // The demo is nobody's founding.
    expect(await code()).toBe(before);
  });
});

describe('setting it up', () => {
  const change = (of: Founded, path: string, body: Record<string, unknown>) =>
    office.ask({ path: `/set-up/${path}`, cookie: of.cookie, body: { shop: of.shop, ...body } });

  test('SETUP-4 it is an owner’s, of a real business', async () => {
    const mine = (role: string) => office.signIn(`${role}@mine.example`);
    const asked = { path: '/set-up?shop=mine-shop' };
    expect((await office.ask(asked)).statusCode).toBe(401);
    expect((await office.ask({ ...asked, cookie: await mine('manager') })).statusCode).toBe(403);
    const cookie = await mine('owner');
    expect((await office.ask({ ...asked, cookie })).statusCode).toBe(200);
    expect((await office.ask({ path: '/set-up?shop=theirs-shop', cookie })).statusCode).toBe(404);
    await office.owner.query(`update evertill.business set kind = 'demo' where business = 'mine'`);
    const before = await rowsOfBusiness(office.owner, 'mine');
    const bodies: [string, Record<string, unknown>][] = [
      ['business', { name: 'Mine', vatNumber: 'GB 1' }],
      ['shop', { name: 'Mine', address: ['1 High Street'], startOfDay: '04:00', openingHours: null }],
      ['tax', { pricesIncludeTax: false, rounding: 'perReceipt' }],
      ['step', { step: 'sale', said: 'done' }],
    ];
    for (const [path, body] of bodies) {
      const demo = await office.ask({
        path: `/set-up/${path}`,
        cookie,
        body: { shop: 'mine-shop', ...body },
      });
      expect([path, demo.statusCode]).toEqual([path, 403]);
    }
    expect(await rowsOfBusiness(office.owner, 'mine')).toEqual(before);
    await office.owner.query(`update evertill.business set kind = 'real' where business = 'mine'`);
  });

  test('SETUP-5 what is done is read from the data, and only what nothing shows is kept as said', async () => {
    const shop = await foundOne();
    const all = (is: string) => Object.fromEntries(Object.keys(statesOf(open)).map((step) => [step, is]));
    const open = await setUpOf(shop);
    expect(statesOf(open)).toEqual(all('open'));
    expect(open.counts).toEqual({ products: 0, people: 1, tills: 0, sales: 0 });
    for (const step of ['products', 'staff', 'till', 'receipt', 'sale'])
      expect((await change(shop, 'step', { step, said: 'skipped' })).statusCode, step).toBe(200);
    expect(statesOf(await setUpOf(shop))).toMatchObject({
      products: 'skipped',
      till: 'skipped',
      tax: 'open',
    });
    await inTransaction(office.owner, async (client) => {
      const products = [trialProduct({ id: 'tea' })];
      await saveCatalogue(client, shop.business, {
        products,
        removed: [],
        categories: null,
        favourites: null,
      });
      const till = await addTill(client, shop.shop, 'Till 1', now);
      await client.query(
        `update evertill.till set public_key = 'key', pepper = $2, enrolled_at = 1, enrolments = 1 where till = $1`,
        [till?.till, Buffer.alloc(32)],
      );
    });
    await office.ask({ path: '/staff', cookie: shop.cookie, body: { name: 'Ada', role: 'clerk' } });
    await change(shop, 'step', { step: 'receipt', said: 'done' });
    await change(shop, 'business', { name: 'Marsh & Dyer', vatNumber: '' });
    await change(shop, 'tax', { pricesIncludeTax: true, rounding: 'perLine' });
    await change(shop, 'shop', {
      name: 'Quay',
      address: ['1 The Quay', 'Leith'],
      startOfDay: '05:00',
      openingHours: null,
    });
    const later = await setUpOf(shop);
    expect(statesOf(later)).toEqual({ ...all('done'), sale: 'skipped' });
    expect(later.counts).toEqual({ products: 1, people: 2, tills: 1, sales: 0 });
    await change(shop, 'step', { step: 'sale', said: 'open' });
    expect(statesOf(await setUpOf(shop))).toMatchObject({ sale: 'open' });
  });

  test('SETUP-5 what the data says nobody says instead', async () => {
    const shop = await foundOne();
    for (const [step, said] of [
      ['products', 'done'],
      ['shop', 'skipped'],
      ['tax', 'done'],
      ['business', 'skipped'],
      ['elsewhere', 'done'],
    ])
      expect((await change(shop, 'step', { step, said })).statusCode, step).toBe(400);
  });

  test('SETUP-6 SETUP-13 name, VAT number, address and the way of tax are the next roster’s, and who changed them is written down', async () => {
    const shop = await foundOne();
    const own = ofBusiness(office.pool, shop.business);
    const versionSchema = z.object({ version: z.int() });
    const version = async () =>
      (await queryRow(own, 'select roster_version as version from evertill.business', [], versionSchema))
        ?.version ?? 0;
    const before = await version();
    await change(shop, 'business', { name: ' Marsh & Dyer Ltd ', vatNumber: ' gb 123 4567 82 ' });
    const moved = await version();
    expect(moved).toBeGreaterThan(before);
    await change(shop, 'business', { name: 'Marsh & Dyer Ltd', vatNumber: 'GB 123 4567 82' });
    expect(await version()).toBe(moved);
    const openingHours = [...Array.from({ length: 6 }, () => [{ from: '09:00', to: '17:30' }]), []];
    await change(shop, 'shop', { name: 'Quay', address: ['1 The Quay'], startOfDay: '05:30', openingHours });
    await change(shop, 'tax', { pricesIncludeTax: false, rounding: 'perReceipt' });
    const [held] = await shopsOf(own, shop.business);
    expect(held?.name).toBe('Quay');
    expect(held?.policy).toMatchObject({
      businessName: 'Marsh & Dyer Ltd',
      vatNumber: 'GB 123 4567 82',
      shopName: 'Quay',
      address: ['1 The Quay'],
      startOfDay: '05:30',
      openingHours,
      tax: { pricesIncludeTax: false, rounding: 'perReceipt' },
      timeZone: 'Europe/London',
    });
    const acts = await office.ask({ path: '/acts?kind=setUp', cookie: shop.cookie });
    expect(acts.json()).toMatchObject({
      rows: [
        { act: 'taxWayChanged', person: 'Nell' },
        { act: 'shopChanged' },
        { act: 'businessChanged', detail: { name: 'Marsh & Dyer Ltd' } },
        { act: 'businessFounded' },
      ],
      total: 4,
    });
  });

  test('SETUP-6 SETUP-12 as soon as something was sold, the way of tax stays, and the first sale is told', async () => {
    const { journal } = office;
    const cookie = await office.signIn('owner@mine.example');
    const way = (pricesIncludeTax: boolean) =>
      office.ask({
        path: '/set-up/tax',
        cookie,
        body: { shop: 'mine-shop', pricesIncludeTax, rounding: 'perLine' },
      });
    expect(setUpSchema.parse((await way(false)).json()).tax).toMatchObject({ isFixed: false });
    await journal.add({ kind: 'journalStarted', body: { parent: null, series: 'A1' } });
    const lines = [{ product: 'tea', count: 1, net: 250 }];
    const body = paperReceipt({ sale: 'sale-1', receipt: 'A1-000001', lines });
    await journal.add({ kind: 'saleCompleted', body }, { at: now - MINUTE_MS });
    await office.send(1);
    const fixed = await office.ask({ path: '/set-up?shop=mine-shop', cookie });
    expect(setUpSchema.parse(fixed.json()).tax).toMatchObject({ isFixed: true, pricesIncludeTax: false });
    const setUp = setUpSchema.parse(fixed.json());
    expect(statesOf(setUp)).toMatchObject({ sale: 'done', tax: 'done' });
    expect(setUp.firstSale).toMatchObject({ receipt: 'A1-000001', gross: 300, at: now - MINUTE_MS });
    expect((await way(true)).statusCode).toBe(409);
    expect((await way(false)).statusCode).toBe(200);
  });

  test('SETUP-11 the test receipt has the shop’s own rules, and products, of each tax before two of one', async () => {
    const shop = await foundOne();
    const receipt = async () => {
      const asked = await office.ask({ path: `/set-up/receipt?shop=${shop.shop}`, cookie: shop.cookie });
      return testReceiptSchema.parse(asked.json());
    };
    expect(await receipt()).toMatchObject({ policy: { businessName: 'Marsh & Dyer' }, products: [] });
    await change(shop, 'shop', {
      name: 'Quay',
      address: ['1 The Quay'],
      startOfDay: '05:30',
      openingHours: null,
    });
    const taxed = (id: string, taxClass: string) =>
      trialProduct({ id, tax: { is: 'single', class: taxClass } });
    const open = { ...taxed('open', 'reduced'), prices: [] };
    const products = [taxed('tea', 'standard'), taxed('mug', 'standard'), taxed('book', 'zero'), open];
    await inTransaction(office.owner, (client) =>
      saveCatalogue(client, shop.business, { products, removed: [], categories: null, favourites: null }),
    );
    const made = await receipt();
    expect(made.policy.address).toEqual(['1 The Quay']);
    expect(made.products.map(({ id }) => id)).toEqual(['mug', 'book', 'tea']);
    const theirs = `/set-up/receipt?shop=${shop.shop}`;
    const cookie = await office.signIn('owner@mine.example');
    expect((await office.ask({ path: theirs, cookie })).statusCode).toBe(404);
    const manager = await office.signIn('manager@mine.example');
    const mine = '/set-up/receipt?shop=mine-shop';
    expect((await office.ask({ path: mine, cookie: manager })).statusCode).toBe(403);
  });

  test('SETUP-6 SETUP-13 what cannot stand on a receipt is refused and changes nothing', async () => {
    const shop = await foundOne();
    const before = await rowsOfBusiness(office.owner, shop.business);
    const line = 'x'.repeat(61);
    const overlapping = Array.from({ length: 7 }, () => [{ from: '09:00', to: '10:00' }]).with(1, [
      { from: '18:00', to: '12:00' },
    ]);
    const refused: [string, Record<string, unknown>][] = [
      ['business', { name: '', vatNumber: '' }],
      ['business', { name: 'M', vatNumber: 'x'.repeat(41) }],
      ['business', { name: 'M', vatNumber: 'GB 123 456' }],
      ['business', { name: 'M', vatNumber: 'DE 123456789' }],
      ['shop', { name: 'Q', address: [], startOfDay: '04:00', openingHours: null }],
      ['shop', { name: 'Q', address: [line], startOfDay: '04:00', openingHours: null }],
      [
        'shop',
        { name: 'Q', address: Array.from({ length: 7 }, () => 'x'), startOfDay: '04:00', openingHours: null },
      ],
      ['shop', { name: 'Q', address: ['x'], startOfDay: '24:00', openingHours: null }],
      ['shop', { name: 'Q', address: ['x'], startOfDay: '04:00', openingHours: overlapping }],
      ['tax', { pricesIncludeTax: 'yes', rounding: 'perLine' }],
    ];
    for (const [path, body] of refused)
      expect((await change(shop, path, body)).statusCode, JSON.stringify(body)).toBe(400);
    expect(await rowsOfBusiness(office.owner, shop.business)).toEqual(before);
  });
});
