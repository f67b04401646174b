/**
 * A manager of one business tries every route of the office with everything that is of another business: whatever is asked, nothing of theirs is
 * told and nothing of theirs is changed. The routes are those that are registered, so a new one is tried without being named here.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { inTransaction } from '../database/in-transaction.ts';
import { addTill } from '../reference/add-till.ts';
import { issueEnrolmentCode } from '../reference/enrolment-code.ts';
import { saveCatalogue } from '../reference/save-catalogue.ts';
import { OFFICE_NOON, startTestOffice, type TestOffice } from '../../testing/office.ts';
import { rowsOfBusiness, textsWith } from '../../testing/rows-of-business.ts';
import { trialProduct } from '../../testing/trial-shop.ts';

const DAY = '2025-05-06';
/** In every id of theirs that is made here, and in no word of ours. */
const THEIRS = 'theirs';
/** Columns that name nothing: what we send in them is ours. */
const FREE_TEXT = new Set(['name', 'email', 'kind', 'role', 'act', 'series', 'letter', 'business']);
/** Some routes are an owner's. */
const ROLES = ['manager', 'owner'];
/** What never ends is not asked here. */
const STREAMS = /\/(live|events|hints|stream)$/;

let office: TestOffice;
let routes: readonly Route[];
let known: ReadonlyMap<string, string>;

beforeAll(async () => {
  office = await startTestOffice();
  await inTransaction(office.owner, async (client) => {
    const till = await addTill(client, `${THEIRS}-shop`, `${THEIRS} till`, OFFICE_NOON);
    if (till === null) throw new Error('no shop');
    await issueEnrolmentCode(client, till.till, OFFICE_NOON);
    const products = [trialProduct({ id: `${THEIRS}-product` })];
    const change = { products, removed: [], categories: null, favourites: [`${THEIRS}-product`] };
    await saveCatalogue(client, THEIRS, change);
    await client.query(
      `insert into evertill.catalogue_import (import, business, person, begun_at, file_name, source, rows, otherwise)
       values ($1, $2, $3, $4, $5, 'mapped', 1, '{"category":"c","tax":{"is":"single","class":"standard"}}')`,
      [`${THEIRS}-import`, THEIRS, `${THEIRS}-manager`, OFFICE_NOON, `${THEIRS}.csv`],
    );
    await client.query(
      `insert into evertill.card_file
         (file, business, shop, name, hash, first_day, last_day, day_begins, rows, sum, brought_at, brought_by)
       values ($1, $2, $3, 'cards.csv', 'hash', $4, $4, '00:00', 0, 0, 1, $5)`,
      [`${THEIRS}-file`, THEIRS, `${THEIRS}-shop`, DAY, `${THEIRS}-owner`],
    );
    await client.query(
      `insert into evertill.set_up_step (business, step, said, at, by) values ($1, 'sale', 'done', $2, $3)`,
      [THEIRS, OFFICE_NOON, `${THEIRS}-owner`],
    );
  });
  await office.signIn(`manager@${THEIRS}.example`);
  known = await valuesOfTheirs();
  routes = await readRoutes();
});
afterAll(() => office.stop());

describe('businesses never see each other', () => {
  test('OPER-9 on every route of the office: nothing of another business is told or changed', async () => {
    expect(routes.length).toBeGreaterThan(15);
    const before = await rowsOfTheirs();
    expect(before.size).toBeGreaterThan(8);
    const secrets = textsWith(before, THEIRS);
    for (const { route, role } of routes.flatMap((route) => ROLES.map((role) => ({ route, role })))) {
      const cookie = await office.signIn(`${role}@mine.example`);
      const asked = request(route);
      const answer = await office.ask({ ...asked, cookie });
      const what = `${role}: ${route.method} ${route.path} → ${String(answer.statusCode)}`;
      expect(answer.statusCode, what).toBeLessThan(500);
      if (route.crosses) expect(answer.statusCode, what).toBeGreaterThanOrEqual(400);
      const sent = JSON.stringify(asked);
      const told = secrets.filter((secret) => answer.body.includes(secret) && !sent.includes(secret));
      expect(told, what).toEqual([]);
    }
    expect(await rowsOfTheirs()).toEqual(before);
  });
});

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: readonly Parameter[];
  readonly body: Schema | null;
  /** Names something in its path that belongs to one business. */
  readonly crosses: boolean;
}

interface Parameter {
  readonly name: string;
  readonly schema: Schema;
}

type Schema = Readonly<Record<string, unknown>>;

const schemaSchema = z.record(z.string(), z.unknown());
const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: schemaSchema })),
  requestBody: z.optional(z.object({ content: z.record(z.string(), z.object({ schema: schemaSchema })) })),
});
const pathsSchema = z.record(z.string(), z.record(z.string(), operationSchema));

async function readRoutes(): Promise<Route[]> {
  const paths = pathsSchema.parse((await office.ask({ path: '/openapi.json' })).json());
  const asked = Object.entries(paths).filter(([path]) => !STREAMS.test(path));
  return asked.flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters, requestBody }]) => ({
      method: method === 'get' ? ('GET' as const) : ('POST' as const),
      path: path.replace('/api/v1/people', ''),
      query: parameters.filter((one) => one.in === 'query'),
      body: requestBody?.content['application/json']?.schema ?? null,
      crosses: /\{(till|shop|import|file|person|product|flag|shift|sale)\}/.test(path),
    })),
  );
}

function request({ method, path, query, body }: Route) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(known.get(name) ?? THEIRS),
  );
  const asked = new URLSearchParams(query.map(({ name, schema }) => [name, String(valueFor(name, schema))]));
  const url = query.length === 0 ? filled : `${filled}?${asked.toString()}`;
  return { method, path: url, ...(method === 'GET' ? {} : { body: bodyFor(body) }) };
}

function bodyFor(schema: Schema | null): Record<string, unknown> {
  return z.catch(z.record(z.string(), z.unknown()), {}).parse(valueFor('', schema ?? {}));
}

/** Theirs by name where there is such a thing, else something that fits. */
function valueFor(name: string, schema: Schema): unknown {
  const [choice] = z
    .catch(z.array(z.unknown()), [])
    .parse(schema['enum'] ?? schema['anyOf'] ?? schema['oneOf']);
  if (schema['enum'] !== undefined) return choice;
  if (choice !== undefined) return valueFor(name, schemaSchema.parse(choice));
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries(z.catch(schemaSchema, {}).parse(schema['properties'])).map(([key, one]) => [
          key,
          valueFor(key, schemaSchema.parse(one)),
        ]),
      );
    case 'array':
      return [valueFor(name.replace(/s$/, ''), z.catch(schemaSchema, {}).parse(schema['items']))];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return known.get(name) ?? 'x';
  }
}

/** A value of theirs for each name of a column; days and incarnations where a name has none. */
async function valuesOfTheirs(): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>([
    ['day', DAY],
    ['no', '1'],
    ['inc', 'inc-1'],
    ['favourite', `${THEIRS}-product`],
  ]);
  for (const rows of (await rowsOfTheirs()).values())
    for (const [name, value] of Object.entries(schemaSchema.parse(rows[0])))
      if (typeof value === 'string' && !values.has(name) && !FREE_TEXT.has(name)) values.set(name, value);
  return values;
}

function rowsOfTheirs(): Promise<ReadonlyMap<string, readonly unknown[]>> {
  return rowsOfBusiness(office.owner, THEIRS);
}
