import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  accountSchema,
  recoveryCodesSchema,
  secondFactorBegunSchema,
  signInsSchema,
} from '../../protocol/account-messages.ts';
import { problemSchema } from '../../protocol/problem.ts';
import {
  cookieOf,
  OFFICE_NOON,
  OFFICE_PASSWORD,
  startTestOffice,
  type TestOffice,
} from '../../testing/office.ts';
import { openSecret } from '../second-factor/sealed-secret.ts';
import { stepAt, totpCode } from '../second-factor/totp.ts';
import { deviceOf } from './device-of.ts';

const SAFARI =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const MINUTE_MS = 60_000;
const WANTED = 'a kettle that sings at noon';

let office: TestOffice;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.stop());
afterEach(() => office.setNow(OFFICE_NOON));

const EMAIL = 'manager@mine.example';
const signIn = (body: Record<string, string>, headers = {}) =>
  office.ask({ path: '/sign-in', body: { password: OFFICE_PASSWORD, ...body }, headers });
const post = (cookie: string, path: string, body: Record<string, unknown> = {}) =>
  office.ask({ path, body, cookie });
const codeOf = (answer: { json: () => unknown }) => problemSchema.parse(answer.json()).code;
const account = async (cookie: string) =>
  accountSchema.parse((await office.ask({ path: '/account', cookie })).json());

async function secretOf(person: string): Promise<Buffer> {
  const { rows } = await office.owner.query(
    'select sealed_secret as sealed from evertill.second_factor where person = $1',
    [person],
  );
  const [row] = z.array(z.object({ sealed: z.instanceof(Buffer) })).parse(rows);
  const secret = row && openSecret(new Uint8Array(32), { business: 'mine', person }, row.sealed);
  if (secret === undefined || secret === null) throw new Error('no secret');
  return secret;
}
const codeAt = async (now: number) => totpCode(await secretOf('mine-manager'), stepAt(now));

test('ACCESS-3 a password is changed by who knows the old one, slowly guessed, and ends the other sign-ins', async () => {
  const owner = 'owner@theirs.example';
  const here = cookieOf(await signIn({ email: owner }));
  const elsewhere = cookieOf(await signIn({ email: owner }));
  const change = (old: string, wanted: string) => post(here, '/account/password', { old, wanted });
  expect(codeOf(await change('wrong', WANTED))).toBe('sign-in-wrong');
  for (const weak of ['eleven char', OFFICE_PASSWORD, 'OWNER@theirs.example'])
    expect(codeOf(await change(OFFICE_PASSWORD, weak)), weak).toBe('input-invalid');
  expect((await change(OFFICE_PASSWORD, WANTED)).statusCode).toBe(200);
  expect((await office.ask({ path: '/me', cookie: here })).statusCode).toBe(200);
  expect((await office.ask({ path: '/me', cookie: elsewhere })).statusCode).toBe(401);
  expect((await signIn({ email: owner })).statusCode).toBe(401);
  expect((await signIn({ email: owner, password: WANTED })).statusCode).toBe(200);
  for (let turn = 0; turn < 10; turn += 1) await change('wrong', WANTED);
  expect(codeOf(await change(WANTED, OFFICE_PASSWORD))).toBe('too-many-tries');
});

test('ACCESS-4 a second factor is on once its first code was typed, then each sign-in asks for one, and none is accepted twice', async () => {
  const cookie = cookieOf(await signIn({ email: EMAIL }));
  expect((await account(cookie)).secondFactor).toEqual({ since: null, recoveryCodes: 0 });
  const begun = secondFactorBegunSchema.parse((await post(cookie, '/account/second-factor')).json());
  expect(begun.uri).toContain(`secret=${begun.secret}`);
  // Not on yet: nobody is shut out by a set-up that was left.
  expect((await signIn({ email: EMAIL })).statusCode).toBe(200);
  expect(codeOf(await post(cookie, '/account/second-factor/confirm', { code: '000000' }))).toBe(
    'code-invalid',
  );
  const first = await codeAt(OFFICE_NOON);
  const on = await post(cookie, '/account/second-factor/confirm', { code: first });
  const { recoveryCodes } = recoveryCodesSchema.parse(on.json());
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await account(cookie)).toMatchObject({ secondFactor: { since: OFFICE_NOON, recoveryCodes: 10 } });
  expect(codeOf(await post(cookie, '/account/second-factor'))).toBe('already-done');

  expect(codeOf(await signIn({ email: EMAIL }))).toBe('code-invalid');
  expect(codeOf(await signIn({ email: EMAIL, password: 'wrong', code: first }))).toBe('sign-in-wrong');
  // The one that turned it on is used up.
  expect(codeOf(await signIn({ email: EMAIL, code: first }))).toBe('code-invalid');
  office.setNow(OFFICE_NOON + MINUTE_MS);
  const next = await codeAt(OFFICE_NOON + MINUTE_MS);
  expect((await signIn({ email: EMAIL, code: ` ${next.slice(0, 3)} ${next.slice(3)}` })).statusCode).toBe(
    200,
  );
  expect(codeOf(await signIn({ email: EMAIL, code: next }))).toBe('code-invalid');
  // Two at once with one code: one gets in.
  office.setNow(OFFICE_NOON + 2 * MINUTE_MS);
  const code = await codeAt(OFFICE_NOON + 2 * MINUTE_MS);
  const both = await Promise.all([signIn({ email: EMAIL, code }), signIn({ email: EMAIL, code })]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);

  const [recovery = ''] = recoveryCodes;
  expect((await signIn({ email: EMAIL, code: recovery.toLowerCase() })).statusCode).toBe(200);
  expect(codeOf(await signIn({ email: EMAIL, code: recovery }))).toBe('code-invalid');
  expect((await account(cookie)).secondFactor.recoveryCodes).toBe(9);
});

test('ACCESS-5 neither secrets nor recovery codes are in the database as they are, and nothing of them is written down', async () => {
  const { rows } = await office.owner.query(
    `select (select string_agg(f::text, ' ') from evertill.second_factor f) as factors,
            (select string_agg(c::text, ' ') from evertill.recovery_code c) as codes,
            (select string_agg(a::text, ' ') from evertill.audit a) as acts`,
  );
  const held = JSON.stringify(rows);
  const secret = await secretOf('mine-manager');
  expect(held).not.toContain(secret.toString('hex'));
  expect(held).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

test('ACCESS-6 codes are guessed no faster than passwords, though the password is right', async () => {
  office.setNow(OFFICE_NOON + 60 * MINUTE_MS);
  for (let turn = 0; turn < 10; turn += 1) await signIn({ email: EMAIL, code: '000000' });
  const code = await codeAt(OFFICE_NOON + 60 * MINUTE_MS);
  expect(codeOf(await signIn({ email: EMAIL, code }))).toBe('too-many-tries');
});

test('ACCESS-7 it is turned off with the password and a code, or by who gives the person a new first password', async () => {
  office.setNow(OFFICE_NOON + 120 * MINUTE_MS);
  const now = OFFICE_NOON + 120 * MINUTE_MS;
  const cookie = cookieOf(await signIn({ email: EMAIL, code: await codeAt(now) }));
  const end = (password: string, code: string) =>
    post(cookie, '/account/second-factor/end', { password, code });
  office.setNow(now + MINUTE_MS);
  const code = await codeAt(now + MINUTE_MS);
  expect(codeOf(await end('wrong', code))).toBe('sign-in-wrong');
  expect(codeOf(await end(OFFICE_PASSWORD, '000000'))).toBe('code-invalid');
  expect((await end(OFFICE_PASSWORD, code)).statusCode).toBe(200);
  expect((await signIn({ email: EMAIL })).statusCode).toBe(200);
  await post(cookie, '/account/second-factor');
  const owner = cookieOf(await signIn({ email: 'owner@mine.example' }));
  await post(owner, '/staff/mine-manager/account', { email: EMAIL });
  const { rows } = await office.owner.query('select 1 from evertill.second_factor');
  expect(rows).toEqual([]);
});

test('ACCESS-8 a manager sees and ends their own sign-ins, an owner everybody’s, nobody another business’s', async () => {
  const signIns = async (cookie: string) =>
    signInsSchema.parse((await office.ask({ path: '/sign-ins', cookie })).json()).signIns;
  const owner = cookieOf(await signIn({ email: 'owner@mine.example' }, { 'user-agent': SAFARI }));
  const theirs = cookieOf(await signIn({ email: 'manager@theirs.example' }));
  const all = await signIns(owner);
  expect(all.find(({ isThis }) => isThis)).toMatchObject({
    name: 'mine owner',
    isMine: true,
    device: 'Safari · iPad',
    since: OFFICE_NOON,
  });
  const [other] = (await signIns(theirs)).filter(({ isThis }) => isThis);
  expect(all.some(({ id }) => id === other?.id)).toBe(false);
  expect((await post(owner, `/sign-ins/${other?.id ?? ''}/end`)).statusCode).toBe(404);
  expect((await signIns(theirs)).every(({ isMine }) => isMine)).toBe(true);
  const mine = all.find(({ isThis, isMine }) => isMine && !isThis)?.id ?? '';
  expect((await post(owner, `/sign-ins/${mine}/end`)).statusCode).toBe(200);
  expect((await signIns(owner)).some(({ id }) => id === mine)).toBe(false);
  expect((await post(owner, `/sign-ins/${mine}/end`)).statusCode).toBe(404);
});

test.each([
  ['', ''],
  ['curl/8.0', ''],
  [SAFARI, 'Safari · iPad'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
    'Edge · Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox · Linux'],
])('ACCESS-8 a device is told in a few words: %s is “%s”', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
