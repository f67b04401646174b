/** Rows of the failure table in which head office forgets, is another one, or decides something about a till. */
import { expect, test } from 'vitest';
import { factSchema } from '../protocol/fact.ts';
import { openScenario } from './scenario.ts';
import { addendum } from './sign-offs.ts';

const MINUTE_MS = 60_000;

test('LEDG-9 P4 S F20 facts that cannot be read are stored and named; everything around them flows', async () => {
  const { sell, until, happen, waiting, ledger, till, branches, end } = await openScenario();
  await sell(2);
  await until(() => waiting() === 0);
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(3);
  const rows = till.disk.tables.facts.get(branches()[0]?.inc ?? '') ?? [];
  const broken = rows.at(-2);
  if (broken === undefined) throw new Error('nothing to break');
  rows[rows.length - 2] = { ...broken, bytes: '{"not":"a fact"}' };
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => ledger().some(({ quarantined }) => quarantined !== null));
  expect(
    ledger()
      .filter(({ quarantined }) => quarantined !== null)
      .map(({ no }) => no),
  ).toEqual([broken.no]);
  expect((await end()).length).toBeGreaterThan(0);
});

test('LEDG-7 P4 S F24 one number, two facts: both are kept as evidence, flagged and acknowledged', async () => {
  const { sell, until, happen, pass, waiting, ledger, end } = await openScenario();
  await sell(3);
  await until(() => waiting() === 0);
  await happen({ is: 'powerLoss', till: 0, downMs: 500, lost: 4 });
  await pass(1_000);
  await sell(2);
  await until(() => waiting() === 0);
  const numbers = ledger().map(({ inc, no }) => `${inc} ${String(no)}`);
  expect(new Set(numbers).size).toBeLessThan(numbers.length);
  expect(await end()).toEqual([]);
});

test('SIM-1 S F28 a day signed off with facts still on the tablet: they keep their day', async () => {
  const { sell, happen, pass, until, waiting, ledger, end } = await openScenario();
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(3);
  await happen({ is: 'closeDay', till: 0 });
  await happen({ is: 'sleep', till: 0, ms: 24 * 60 * MINUTE_MS });
  await pass(24 * 60 * MINUTE_MS);
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting() === 0);
  const sales = ledger()
    .map(({ bytes }) => factSchema.parse(JSON.parse(bytes)))
    .filter(({ kind }) => kind === 'saleCompleted');
  expect(sales.map(({ day }) => day)).toEqual(['2025-05-06', '2025-05-06', '2025-05-06']);
  expect(await end()).toEqual([]);
});

test('SIM-8 P4 S F28 F21 a day signed off with sales still on one tablet: they keep their day, as an addendum that wants a signature of its own', async () => {
  const { sell, happen, until, waiting, shop, world, end } = await openScenario(2);
  const [one, two] = shop.tablets;
  const { office } = shop;
  const day = '2025-05-06';
  await sell(2, one);
  await sell(1, two);
  await until(() => waiting(one) === 0 && waiting(two) === 0);
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(3, one);
  const before = addendum(office.tables, day);
  await happen({ is: 'signOff' });
  expect(office.tables.signOffs).toMatchObject([{ day, figures: { sales: 3 } }]);
  expect(addendum(office.tables, day)).toEqual({ sales: 0, gross: 0 });
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting(one) === 0);
  expect(addendum(office.tables, day).sales).toBe(3);
  expect(office.tables.signOffs.map(({ figures }) => figures)).toEqual([before]);
  await happen({ is: 'signOff' });
  await happen({ is: 'signOff' });
  expect(office.tables.signOffs.map(({ figures }) => figures.sales)).toEqual([3, 3]);
  expect(world.counts.get('sometimes: what came after a day was signed off was signed as an addendum')).toBe(
    1,
  );
  expect(await end()).toEqual([]);
});

test('SIM-8 P12 S F28 F39 head office goes back behind a sign-off: the signature is gone with it, the sales come again', async () => {
  const { sell, happen, until, waiting, shop, end } = await openScenario();
  const { office } = shop;
  await sell(2);
  await until(() => waiting() === 0);
  await happen({ is: 'signOff' });
  await happen({ is: 'backUp' });
  await sell(2);
  await until(() => waiting() === 0);
  await happen({ is: 'signOff' });
  await happen({ is: 'restore' });
  expect(office.tables.signOffs).toHaveLength(1);
  await until(() => addendum(office.tables, '2025-05-06').sales === 2);
  expect(await end()).toEqual([]);
});

test('SYNC-18 S F34 the server is rolled back to the older version and comes back: the till sends all along', async () => {
  const { sell, happen, until, waiting, end } = await openScenario();
  await sell(2);
  await happen({ is: 'protocol', version: 1 });
  await sell(3);
  await until(() => waiting() === 0, MINUTE_MS);
  await happen({ is: 'upgrade', till: 0 });
  await happen({ is: 'protocol', version: 2 });
  await until(() => waiting() === 0, MINUTE_MS);
  expect(await end()).toEqual([]);
});

test('LOCAL-16 S F37 killed again and again while the catalogue is pulled: it repeats, and never skips', async () => {
  const { happen, pass, shop, till, end } = await openScenario();
  for (let turn = 0; turn < 12; turn += 1) {
    if (turn % 4 === 0) await happen({ is: 'newCatalogue', removes: false });
    await pass(137 + 191 * turn);
    await happen({ is: 'kill', till: 0, downMs: 50 });
    await pass(60);
  }
  expect(await end()).toEqual([]);
  expect(till.disk.tables.singles.catalogue.products.size).toBe(shop.office.tables.catalogue.size);
});

test('SYNC-15 S F38 a product that is gone is gone on every tablet', async () => {
  const { happen, until, shop, end } = await openScenario(2);
  const held = () => shop.tablets.map(({ disk }) => disk.tables.singles.catalogue.products.size);
  await until(() => held().every((size) => size === 5));
  await happen({ is: 'newCatalogue', removes: true });
  await until(() => held().every((size) => size === 4), 3 * MINUTE_MS);
  expect(await end()).toEqual([]);
});

test('SYNC-12 P12 S F39 F40 a restore from an old backup, then a failover to a stale replica: the tills heal both', async () => {
  const { sell, happen, until, waiting, ledger, shop, world, end } = await openScenario(2);
  const [one, two] = shop.tablets;
  await sell(3, one);
  await sell(2, two);
  await until(() => waiting(one) === 0 && waiting(two) === 0);
  await happen({ is: 'backUp' });
  await happen({ is: 'replicaCaughtUp' });
  await sell(4, one);
  await until(() => waiting(one) === 0);
  const before = ledger().length;
  await happen({ is: 'restore' });
  expect(ledger().length).toBeLessThan(before);
  await until(() => ledger().length >= before && waiting(one) === 0);
  await happen({ is: 'failover' });
  await until(() => ledger().length >= before && waiting(one) === 0 && waiting(two) === 0);
  expect(world.counts.get('sometimes: a batch that began past a gap') ?? 0).toBeGreaterThanOrEqual(0);
  expect(await end()).toEqual([]);
});

test('SYNC-12 S F39 restored to before the till was enrolled and the key was rotated: it presents its certificate', async () => {
  const { sell, happen, until, waiting, shop, till, world, ledger, end } = await openScenario();
  await happen({ is: 'rotateOnline' });
  await sell(3);
  await until(() => waiting() === 0);
  shop.office.tables.tills.delete(till.name);
  shop.office.tables.facts.clear();
  shop.office.tables.chains.clear();
  shop.office.tables.restores += 1;
  await until(() => ledger().length > 3 && waiting() === 0, 3 * MINUTE_MS);
  expect(world.counts.get('sometimes: a till was known again by its certificate')).toBe(1);
  expect(await end()).toEqual([]);
});

test('LEDG-10 S F48 a revoked till sends what it has, marked; un-revoked by mistake, it is as before', async () => {
  const { sell, happen, until, waiting, ledger, till, end } = await openScenario();
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(3);
  await happen({ is: 'revocation', till: 0, revoked: true });
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting() === 0);
  expect(ledger().filter(({ marks }) => marks.includes('revokedTill')).length).toBeGreaterThan(3);
  await until(() => till.disk.tables.singles.contact?.revocation.revoked === true);
  await happen({ is: 'revocation', till: 0, revoked: false });
  await until(() => till.disk.tables.singles.contact?.revocation.revoked === false, MINUTE_MS);
  expect(await end()).toEqual([]);
});

test('LOCAL-15 S F45 a roster that is older or of another root is refused; the good one stays', async () => {
  const { happen, pass, till, until, end } = await openScenario();
  await happen({ is: 'newRoster' });
  await until(() => till.disk.tables.singles.roster?.roster.version === 2, 6 * MINUTE_MS);
  const good = till.disk.tables.singles.roster;
  await happen({ is: 'weather', till: 0, weather: 'replays' });
  await pass(6 * MINUTE_MS);
  await happen({ is: 'weather', till: 0, weather: 'foreignServer' });
  await pass(6 * MINUTE_MS);
  expect(till.disk.tables.singles.roster).toEqual(good);
  expect(await end()).toEqual([]);
});
