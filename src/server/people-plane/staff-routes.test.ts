import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { problemSchema } from '../../protocol/problem.ts';
import {
  accountGivenSchema,
  personChangedSchema,
  staffSchema,
  type PersonRow,
} from '../../protocol/staff-messages.ts';
import { OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';
import { FIRST_PASSWORD_MS_MAX } from './give-account.ts';

let office: TestOffice;
let manager: string;
let owner: string;

beforeAll(async () => {
  office = await startTestOffice();
  manager = await office.signIn('manager@mine.example');
  owner = await office.signIn('owner@mine.example');
});
afterAll(() => office.stop());

const staff = async (cookie = manager) =>
  staffSchema.parse((await office.ask({ path: '/staff', cookie })).json());
const post = (path: string, body: Record<string, unknown> = {}, cookie = manager) =>
  office.ask({ path: `/staff${path}`, body, cookie });
const changed = async (path: string, body: Record<string, unknown> = {}, cookie = manager) =>
  personChangedSchema.parse((await post(path, body, cookie)).json());
const codeOf = async (path: string, body: Record<string, unknown> = {}, cookie = manager) =>
  problemSchema.parse((await post(path, body, cookie)).json()).code;
const wordsOf = ({ name, role }: Pick<PersonRow, 'name' | 'role'>) => ({ name, role });
const rosterVersion = async () => {
  const { rows } = await office.owner.query(
    `select roster_version as version from evertill.business where business = 'mine'`,
  );
  return z.array(z.object({ version: z.int() })).parse(rows)[0]?.version ?? 0;
};

test('STAFF-1 the list names everybody of one’s own business, and whether the asker may change them', async () => {
  const { people, mayGiveAccounts } = await staff();
  expect(people.map(({ id, role, hasPin, mayChange }) => [id, role, hasPin, mayChange])).toEqual([
    ['mine-clerk', 'clerk', true, true],
    ['mine-manager', 'manager', true, true],
    ['mine-owner', 'owner', true, false],
  ]);
  expect(mayGiveAccounts).toBe(false);
  expect((await staff(owner)).mayGiveAccounts).toBe(true);
});

test('STAFF-2 somebody who is added gets a PIN told once, is on the next roster, and it is written down without the PIN', async () => {
  const before = await rosterVersion();
  const { person, pin } = await changed('', { name: ' Freya ', role: 'clerk' });
  expect(person).toMatchObject({ name: 'Freya', role: 'clerk', hasPin: true, endedAt: null });
  expect(pin).toMatch(/^\d{4}$/);
  expect(await rosterVersion()).toBeGreaterThan(before);
  const { rows } = await office.owner.query(
    `select person, act, detail from evertill.audit where act = 'personAdded'`,
  );
  expect(rows).toEqual([
    {
      person: 'mine-manager',
      act: 'personAdded',
      detail: { name: 'Freya', role: 'clerk', person: person.id },
    },
  ]);
  expect(await codeOf('', { name: 'freya', role: 'clerk' })).toBe('already-done');
  expect(await codeOf('', { name: 'x'.repeat(61), role: 'clerk' })).toBe('input-invalid');
  expect(await codeOf('', { name: ' ', role: 'clerk' })).toBe('input-invalid');
});

test('STAFF-3 name and role are changed as they were seen, taken back the same way, and a higher role asks for a longer PIN', async () => {
  const { person } = await changed('', { name: 'Gus', role: 'clerk' });
  const [was, wanted] = [wordsOf(person), { name: 'Gustav', role: 'supervisor' }];
  const raised = await changed(`/${person.id}`, { before: was, after: wanted });
  expect(raised).toMatchObject({ person: wanted });
  expect(raised.pin).toMatch(/^\d{6}$/);
  expect(await codeOf(`/${person.id}`, { before: was, after: wanted })).toBe('changed-meanwhile');
  const back = await changed(`/${person.id}`, { before: wanted, after: was });
  expect(back).toMatchObject({ person: was, pin: null });
});

test('STAFF-4 a new PIN is told once, takes the place of the old one, and outlives one chosen at a till before it', async () => {
  const pinOf = async () => {
    const { rows } = await office.owner.query(
      `select encode(argon2_output, 'hex') as output, set_at::text from evertill.person_pin where person = 'mine-clerk'`,
    );
    return z.array(z.object({ output: z.string(), set_at: z.string() })).parse(rows)[0];
  };
  const before = await pinOf();
  expect((await changed('/mine-clerk/pin')).pin).toMatch(/^\d{4}$/);
  const after = await pinOf();
  expect(after?.output).not.toBe(before?.output);
  expect(after?.set_at).toBe(String(OFFICE_NOON));
});

test('STAFF-5 who leaves the list is off the next roster and signed out, and can be brought back', async () => {
  const ida = await changed('', { name: 'Ida', role: 'manager' }, owner);
  const given = accountGivenSchema.parse(
    (await post(`/${ida.person.id}/account`, { email: 'Ida@Mine.example' }, owner)).json(),
  );
  const cookie = (
    await office.ask({ path: '/sign-in', body: { email: given.person.email, password: given.password } })
  ).cookies.map(({ name, value }) => `${name}=${value}`)[0];
  expect((await office.ask({ path: '/me', cookie: cookie ?? '' })).statusCode).toBe(200);
  const version = await rosterVersion();
  const ended = await changed(`/${ida.person.id}/end`);
  expect(ended.person.endedAt).toBe(OFFICE_NOON);
  expect(await rosterVersion()).toBeGreaterThan(version);
  expect((await office.ask({ path: '/me', cookie: cookie ?? '' })).statusCode).toBe(401);
  expect(await codeOf(`/${ida.person.id}/end`)).toBe('already-done');
  expect(await codeOf(`/${ida.person.id}/pin`)).toBe('already-done');
  expect((await staff()).people.at(-1)?.id).toBe(ida.person.id);
  expect((await changed(`/${ida.person.id}/back`)).person.endedAt).toBeNull();
});

test('STAFF-6 an account of the office is given by an owner, to who runs the shop, with a first password that lasts three days', async () => {
  const account = (who: string, email: string, cookie = owner) => post(`/${who}/account`, { email }, cookie);
  const { person } = await changed('', { name: 'Juno', role: 'manager' });
  expect((await account(person.id, 'juno@mine.example', manager)).statusCode).toBe(403);
  expect((await account('mine-clerk', 'c@mine.example')).statusCode).toBe(403);
  expect((await account('mine-owner', 'o@mine.example')).statusCode).toBe(403);
  const taken = await account(person.id, 'MANAGER@theirs.example');
  expect(problemSchema.parse(taken.json()).code).toBe('already-done');
  const { password } = accountGivenSchema.parse((await account(person.id, 'juno@mine.example')).json());
  const signIn = () => office.ask({ path: '/sign-in', body: { email: 'juno@mine.example', password } });
  expect((await signIn()).statusCode).toBe(200);
  office.setNow(OFFICE_NOON + FIRST_PASSWORD_MS_MAX);
  expect((await signIn()).statusCode).toBe(401);
  office.setNow(OFFICE_NOON);
  const { rows } = await office.owner.query(`select detail::text from evertill.audit`);
  expect(JSON.stringify(rows)).not.toContain(password);
});

test('STAFF-7 nobody changes who stands above them, makes somebody more than they are, or lets go of their own place', async () => {
  const mine = { name: 'mine owner', role: 'owner' };
  const above: [string, Record<string, unknown>][] = [
    ['/mine-owner', { before: mine, after: { ...mine, role: 'clerk' } }],
    ['/mine-owner/end', {}],
    ['/mine-owner/pin', {}],
    ['', { name: 'Kit', role: 'owner' }],
    ['/mine-clerk', { before: { name: 'mine clerk', role: 'clerk' }, after: { name: 'x', role: 'owner' } }],
    ['/mine-manager/end', {}],
  ];
  for (const [path, body] of above) expect((await post(path, body)).statusCode, path).toBe(403);
  const self = { before: mine, after: { ...mine, role: 'manager' } };
  expect((await post('/mine-owner', self, owner)).statusCode).toBe(403);
  expect((await post('/mine-owner/end', {}, owner)).statusCode).toBe(403);
  expect((await changed('/mine-owner', { before: mine, after: mine }, owner)).person.role).toBe('owner');
});

test('STAFF-8 of two who run the shop and take each other off the list at once, one stays', async () => {
  const { person } = await changed('', { name: 'Lou', role: 'owner' }, owner);
  const { password } = accountGivenSchema.parse(
    (await post(`/${person.id}/account`, { email: 'lou@mine.example' }, owner)).json(),
  );
  const answer = await office.ask({ path: '/sign-in', body: { email: 'lou@mine.example', password } });
  const lou = answer.cookies.map(({ name, value }) => `${name}=${value}`)[0] ?? '';
  await Promise.all([post('/mine-owner/end', {}, lou), post(`/${person.id}/end`, {}, owner)]);
  const left = (await staff()).people.filter(({ role, endedAt }) => role === 'owner' && endedAt === null);
  expect(left).toHaveLength(1);
});
