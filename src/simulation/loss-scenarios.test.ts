/** Rows of the failure table in which storage or keys are lost, and the false refusals that come with a server's return. */
import { afterEach, expect, test, vi } from 'vitest';
import { openScenario } from './scenario.ts';

vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.unstubAllGlobals());

const MINUTE_MS = 60_000;

test('SIM-6 P6 S F06 every database emptied: it asks for a manager, gets a new key for the same till, and its tail arrives as recovered', async () => {
  const { sell, happen, pass, until, waiting, till, shop, ledger, branches, end } = await openScenario(
    1,
    7,
    2,
  );
  await sell(2);
  await until(() => waiting() === 0);
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(3);
  await happen({ is: 'emptied', till: 0, keepsCopy: true, downMs: 500 });
  await pass(2_000);
  expect(till.app).toBeNull();
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await happen({ is: 'rekey', till: 0 });
  await until(() => till.app !== null && waiting() === 0);
  const arrived = ledger().filter(({ marks }) => marks.includes('recovered'));
  expect(arrived.filter(({ bytes }) => bytes.includes('"saleCompleted"'))).toHaveLength(3);
  expect(shop.office.tables.tills.size).toBe(1);
  expect(shop.book.excused.size).toBe(0);
  await sell(1);
  expect(branches().find(({ is }) => is === 'current')?.lastReceipt).toMatch(/^A1z-/);
  expect(await end()).toEqual([]);
});

test.each([false, true])(
  'SYNC-5 S F26 navigator.onLine says %s, and lies: the till tries anyway',
  async (onLine) => {
    vi.stubGlobal('navigator', { onLine });
    const { sell, happen, pass, until, waiting, till, end } = await openScenario();
    await happen({ is: 'weather', till: 0, weather: onLine ? 'offline' : 'clear' });
    await sell(3);
    if (onLine) {
      const asked = till.link.sentAt.length;
      await pass(10 * MINUTE_MS);
      expect(till.link.sentAt.length - asked).toBeGreaterThan(10);
      await happen({ is: 'weather', till: 0, weather: 'clear' });
    }
    await until(() => waiting() === 0, 2 * MINUTE_MS);
    expect(await end()).toEqual([]);
  },
);

test('SYNC-5 P1 S F44 false 401s while the server comes back: no verifier is purged, nobody is locked out', async () => {
  const { sell, happen, pass, until, waiting, till, shop, end } = await openScenario();
  await sell(1);
  await until(() => waiting() === 0);
  const { roster, enrolment, budget } = till.disk.tables.singles;
  const record = shop.office.tables.tills.get(till.name);
  if (record === undefined) throw new Error('no till');
  await happen({ is: 'serverCrash', downMs: MINUTE_MS });
  await pass(2 * MINUTE_MS);
  // Half up, it knows nobody, and says so under its own seal; then something in front of it does.
  shop.office.tables.tills.delete(till.name);
  shop.office.protocol = 1;
  await sell(1);
  await pass(5 * MINUTE_MS);
  await happen({ is: 'weather', till: 0, weather: 'bare401' });
  await sell(1);
  await pass(5 * MINUTE_MS);
  expect(till.disk.tables.singles).toMatchObject({ roster, enrolment, budget });
  expect(waiting()).toBeGreaterThanOrEqual(2);
  shop.office.tables.tills.set(till.name, record);
  shop.office.protocol = 2;
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting() === 0, 2 * MINUTE_MS);
  expect(await end()).toEqual([]);
});

test('SIM-6 P1 S F50 the root is lost: the till sells on and believes nothing, until a manager’s code lets it pin the new one', async () => {
  const { sell, happen, pass, until, waiting, till, shop, end } = await openScenario();
  await sell(1);
  await until(() => waiting() === 0);
  await happen({ is: 'loseRoot' });
  await sell(3);
  await pass(10 * MINUTE_MS);
  expect(waiting()).toBeGreaterThanOrEqual(3);
  const { key, root } = till.disk.tables.singles.enrolment ?? {};
  await happen({ is: 'repin', till: 0 });
  await until(() => waiting() === 0, 2 * MINUTE_MS);
  const { enrolment } = till.disk.tables.singles;
  expect(enrolment).toMatchObject({ key, root: shop.office.keys.root });
  expect(enrolment?.root).not.toBe(root);
  expect(await end()).toEqual([]);
});

test('SIM-6 S F50 F39 the online key is lost, and head office restored to before that: nobody has to do anything', async () => {
  const { sell, happen, until, waiting, end } = await openScenario();
  await sell(2);
  await until(() => waiting() === 0);
  await happen({ is: 'backUp' });
  await happen({ is: 'rotateOnline' });
  await sell(2);
  await until(() => waiting() === 0);
  await happen({ is: 'restore' });
  await sell(1);
  await until(() => waiting() === 0, 2 * MINUTE_MS);
  expect(await end()).toEqual([]);
});

test('LOCAL-28 P4 S F47 a bit flips in a fact that waits: it arrives as evidence, flagged, and all after it arrives', async () => {
  const { sell, happen, until, waiting, ledger, end } = await openScenario();
  await happen({ is: 'weather', till: 0, weather: 'offline' });
  await sell(3);
  await happen({ is: 'flip', till: 0 });
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting() === 0);
  expect(ledger().filter(({ marks }) => marks.includes('brokenLink'))).toHaveLength(1);
  expect(await end()).toEqual([]);
});

test('SIM-6 S F29 a tablet is set up anew only when everything on it has arrived', async () => {
  const { sell, happen, pass, until, waiting, till, shop, end } = await openScenario(1, 7, 2);
  await happen({ is: 'weather', till: 0, weather: 'status500' });
  await sell(2);
  const { key } = till.disk.tables.singles.enrolment ?? {};
  await happen({ is: 'reset', till: 0 });
  await pass(MINUTE_MS / 2);
  expect(till.disk.tables.singles.enrolment?.key).toBe(key);
  await happen({ is: 'weather', till: 0, weather: 'clear' });
  await until(() => waiting() === 0);
  await happen({ is: 'reset', till: 0 });
  await until(() => till.disk.tables.singles.enrolment?.key !== key && till.app !== null);
  await sell(1);
  expect(shop.book.excused.size).toBe(0);
  expect(await end()).toEqual([]);
});

test('SIM-6 P6 S F29 F39 what head office held before it was restored is no leave to forget it: it is asked anew', async () => {
  const { sell, happen, pass, until, waiting, till, ledger, end } = await openScenario();
  await happen({ is: 'backUp' });
  await sell(3);
  await until(() => waiting() === 0);
  const { key } = till.disk.tables.singles.enrolment ?? {};
  await happen({ is: 'restore' });
  await happen({ is: 'reset', till: 0 });
  await until(() => till.disk.tables.singles.enrolment?.key !== key, MINUTE_MS);
  expect(ledger().filter(({ bytes }) => bytes.includes('"saleCompleted"'))).toHaveLength(3);
  await pass(1_000);
  expect(await end()).toEqual([]);
});
