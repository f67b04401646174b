import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meSchema } from '../../protocol/people-messages.ts';
import { signInCheckSchema } from '../../protocol/sign-in-check.ts';
import { problemSchema } from '../../protocol/problem.ts';
import {
  cookieOf,
  OFFICE_NOON,
  OFFICE_PASSWORD,
  startTestOffice,
  type TestOffice,
} from '../../testing/office.ts';
import { SIGN_IN_IDLE_MS_MAX, SIGN_IN_MS_MAX } from './office-sign-in.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.stop());
beforeEach(() => office.setNow(OFFICE_NOON));

const signIn = (email: string, password = OFFICE_PASSWORD, headers = {}) =>
  office.ask({ path: '/sign-in', body: { email, password }, headers });
const codeOf = (body: string) => problemSchema.parse(JSON.parse(body)).code;
const me = (cookie: string) => office.ask({ path: '/me', cookie });

describe('OFFICE-1 managers and owners sign in', () => {
  test.each(['manager@mine.example', ' Owner@MINE.example '])('%s', async (email) => {
    const response = await signIn(email);
    expect(response.statusCode).toBe(200);
    const answer = meSchema.parse(response.json());
    expect(answer).toMatchObject({
      business: 'Hollow & Hart',
      shops: [{ id: 'mine-shop', today: '2025-05-06' }],
    });
    expect((await me(cookieOf(response))).json()).toEqual(answer);
  });

  test('a wrong password and an unknown e-mail get the same answer', async () => {
    const wrong = await signIn('manager@mine.example', 'wrong');
    const unknown = await signIn('nobody@mine.example', 'wrong');
    expect([wrong.statusCode, codeOf(wrong.body)]).toEqual([401, 'sign-in-wrong']);
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
  });

  test('a clerk is told the office is not theirs, and is not signed in', async () => {
    const response = await signIn('clerk@mine.example');
    expect([response.statusCode, codeOf(response.body), cookieOf(response)]).toEqual([
      403,
      'not-permitted',
      '',
    ]);
  });

  test('the cookie is out of the page’s reach, stays on this site, and is only sent over https where there is https', async () => {
    const [plain] = (await signIn('manager@mine.example')).cookies;
    expect(plain).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/v1/people' });
    expect(plain?.secure).toBeUndefined();
    const [secure] = (await signIn('manager@mine.example', OFFICE_PASSWORD, { 'x-forwarded-proto': 'https' }))
      .cookies;
    expect(secure?.secure).toBe(true);
  });

  test('the database never holds what the cookie holds', async () => {
    const secret = cookieOf(await signIn('manager@mine.example')).split('=')[1];
    const { rows } = await office.owner.query('select 1 from evertill.office_sign_in where id_hash = $1', [
      secret,
    ]);
    expect(rows).toHaveLength(0);
  });
});

describe('OFFICE-2 guessing waits', () => {
  test('after ten wrong tries for one e-mail even the right password waits, from any address', async () => {
    const email = 'manager@theirs.example';
    const headers = (place: number) => ({ 'x-forwarded-for': `10.0.0.${String(place)}` });
    for (let place = 0; place < 10; place += 1) await signIn(email, 'wrong', headers(place));
    const response = await signIn(email, OFFICE_PASSWORD, headers(99));
    expect([response.statusCode, codeOf(response.body)]).toEqual([429, 'too-many-tries']);
    expect(Number(response.headers['retry-after'])).toBe(600);
    office.setNow(OFFICE_NOON + 600_000);
    expect((await signIn(email, OFFICE_PASSWORD, headers(99))).statusCode).toBe(200);
  });
});

describe('OFFICE-3 a sign-in ends', () => {
  const MINUTE_MS = 60_000;

  test('after two idle hours', async () => {
    const cookie = await office.signIn('manager@mine.example');
    office.setNow(OFFICE_NOON + SIGN_IN_IDLE_MS_MAX - MINUTE_MS);
    expect((await me(cookie)).statusCode).toBe(200);
    office.setNow(OFFICE_NOON + 2 * SIGN_IN_IDLE_MS_MAX - 2 * MINUTE_MS);
    expect((await me(cookie)).statusCode).toBe(200);
    office.setNow(OFFICE_NOON + 3 * SIGN_IN_IDLE_MS_MAX - 2 * MINUTE_MS);
    expect(codeOf((await me(cookie)).body)).toBe('sign-in-needed');
  });

  test('after twelve hours in all', async () => {
    const cookie = await office.signIn('manager@mine.example');
    for (let now = OFFICE_NOON; now < OFFICE_NOON + SIGN_IN_MS_MAX; now += SIGN_IN_IDLE_MS_MAX / 2) {
      office.setNow(now);
      expect((await me(cookie)).statusCode).toBe(200);
    }
    office.setNow(OFFICE_NOON + SIGN_IN_MS_MAX);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  test('at sign-out', async () => {
    const cookie = await office.signIn('manager@mine.example');
    await office.ask({ path: '/sign-out', body: {}, cookie });
    expect((await me(cookie)).statusCode).toBe(401);
  });

  test('with the person', async () => {
    const cookie = await office.signIn('owner@theirs.example');
    await office.owner.query(`update evertill.person set removed_at = 1 where person = 'theirs-owner'`);
    expect((await me(cookie)).statusCode).toBe(401);
    expect((await signIn('owner@theirs.example')).statusCode).toBe(401);
  });
});

describe('OFFICE-4 another site cannot act', () => {
  const out = (headers: Record<string, string>, cookie: string) =>
    office.ask({ path: '/sign-out', body: {}, headers, cookie });

  test.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('%o', async (headers) => {
    const cookie = await office.signIn('manager@mine.example');
    expect((await out(headers, cookie)).statusCode).toBe(403);
    expect((await me(cookie)).statusCode).toBe(200);
  });

  test.each<Record<string, string>>([{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost:80' }])(
    'our own pages can: %o',
    async (headers) => {
      const cookie = await office.signIn('manager@mine.example');
      expect((await out({ host: 'localhost', ...headers }, cookie)).statusCode).toBe(200);
    },
  );
});

test('OFFICE-6 every answer echoes the nonce, refusals and unknown routes too', async () => {
  const headers = { 'evertill-echo': 'nonce_of-ours-1234' };
  for (const path of ['/me', '/sign-in-check', '/nothing-here'])
    expect((await office.ask({ path, headers })).headers['evertill-echo']).toBe('nonce_of-ours-1234');
  const strange = await office.ask({ path: '/me', headers: { 'evertill-echo': '<script>' } });
  expect(strange.headers['evertill-echo']).toBeUndefined();
});

describe('OFFICE-10 the sign-in check', () => {
  test('says up, without a sign-in', async () => {
    expect(signInCheckSchema.parse((await office.ask({ path: '/sign-in-check' })).json())).toEqual({
      signIn: 'up',
      serverTime: OFFICE_NOON,
    });
  });

  test('fails when accounts cannot be read, sign-ins not written, or the pool is exhausted', async () => {
    for (const table of ['office_account', 'office_sign_in']) {
      await office.owner.query(`alter table evertill.${table} rename to gone`);
      expect((await office.ask({ path: '/sign-in-check' })).statusCode).toBe(500);
      await office.owner.query(`alter table evertill.gone rename to ${table}`);
    }
    const held = await Promise.all(Array.from({ length: 8 }, () => office.pool.connect()));
    expect((await office.ask({ path: '/sign-in-check' })).statusCode).toBe(500);
    for (const client of held) client.release();
    expect((await office.ask({ path: '/sign-in-check' })).statusCode).toBe(200);
  });
});

describe('OFFICE-49 who was refused at the door', () => {
  const tried = async () => {
    const { rows } = await office.owner.query<{ act: string; person: string; detail: object }>(
      `select act, person, detail from evertill.audit
       where act in ('passwordWrong', 'codeWrong', 'signInHeld') and at >= $1 order by audit`,
      [DAY_LATER],
    );
    return rows;
  };
  const DAY_LATER = OFFICE_NOON + 86_400_000;
  const HOUR_MS = 3_600_000;
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
  const wrong = (email = 'owner@mine.example') => signIn(email, 'hunter2 is a guess', browser);

  test('OFFICE-49 the first wrong password of an hour is written down, and that the account waits; never what was typed', async () => {
    office.setNow(DAY_LATER);
    await wrong('nobody@mine.example');
    for (let tries = 0; tries < 12; tries += 1) await wrong();
    const account = { person: 'mine-owner', detail: { device: 'Firefox · Linux' } };
    await expect.poll(tried).toEqual([
      { act: 'passwordWrong', ...account },
      { act: 'signInHeld', ...account },
    ]);
    const { rows } = await office.owner.query(
      `select 1 from evertill.audit where row(audit.*)::text ~ 'hunter2|nobody@'`,
    );
    expect(rows).toEqual([]);
    office.setNow(DAY_LATER + HOUR_MS);
    await wrong();
    await expect
      .poll(async () => (await tried()).map(({ act }) => act))
      .toEqual(['passwordWrong', 'signInHeld', 'passwordWrong']);
  });

  test('OFFICE-49 the refusal says and takes nothing more for an e-mail that somebody has', async () => {
    office.setNow(DAY_LATER + 5 * HOUR_MS);
    const [theirs, nobodys] = [await wrong('manager@mine.example'), await wrong('nobody@mine.example')];
    expect([theirs.statusCode, theirs.body]).toEqual([nobodys.statusCode, nobodys.body]);
  });
});
