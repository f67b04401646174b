/** What a first start leaves in an empty database, and what every later start adds. */
import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askToEnrol } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { demoBusiness } from './demo-business.ts';

let plane: TillPlaneApp;
beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());

async function count(table: string): Promise<unknown> {
  const { rows } = await plane.owner.query<{ count: number }>(`select count(*) from evertill.${table}`);
  return rows[0]?.count;
}

test('DEMO-9 the first start creates the business, and a second one nothing but a fresh code for the same till', async () => {
  const first = await plane.seed();
  const second = await plane.seed();
  expect(await count('business')).toBe(1);
  expect(await count('product')).toBe(demoBusiness.products.length);
  expect(await count('person')).toBe(demoBusiness.staff.length);
  expect([first.tillName, second.tillName]).toEqual(['Till 1', 'Till 1']);
  expect(second.enrolmentCode).not.toBe(first.enrolmentCode);
  expect((await askToEnrol(plane.app, first.enrolmentCode)).heard.status).toBe(403);
});

test('DEMO-9 two starts at once create it once', async () => {
  const seeds = await Promise.all([plane.seed(), plane.seed(), plane.seed()]);
  expect(await count('business')).toBe(1);
  expect(new Set(seeds.map((seed) => seed.enrolmentCode)).size).toBe(3);
});

test('DEMO-9 once its till has a tablet, the next start offers a new till', async () => {
  const { enrolmentCode } = await plane.seed();
  expect((await askToEnrol(plane.app, enrolmentCode)).heard.status).toBe(200);
  expect((await plane.seed()).tillName).toBe('Till 2');
});

test('DEMO-9 the office password that is told is the one that works', async () => {
  const { office } = await plane.seed();
  const { rows } = await plane.owner.query<{ password_hash: string }>(
    'select password_hash from evertill.office_account where email = $1',
    [office.email],
  );
  expect(await verify(rows[0]?.password_hash ?? '', office.password)).toBe(true);
});
