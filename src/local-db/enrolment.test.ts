import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sign, verify } from '../journal/keys.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { changeBudget, readBudget } from './budgets.ts';
import { readEnrolment } from './read-enrolment.ts';
import { readStatus } from './read-status.ts';
import { applyRoster, readRoster } from './roster.ts';
import { saveEnrolment } from './save-enrolment.ts';

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
});
afterEach(() => till.close());

describe('LOCAL-17 a tablet becomes a till once', () => {
  test('LOCAL-17 the key is kept, can be used by the next start, and cannot be read out', async () => {
    const window = await till.openWindow();
    const kept = await readEnrolment(window);
    if (kept === null) throw new Error('not enrolled');
    expect(kept.key.privateKey.extractable).toBe(false);
    expect(await verify(till.enrolment.key.publicKey, 'text', await sign(kept.key.privateKey, 'text'))).toBe(
      true,
    );
  });

  test('LOCAL-17 F29 enrolling again is refused and changes nothing', async () => {
    const before = await readStatus(till.db);
    const other = { ...till.enrolment, till: 'till-2' };
    expect(await saveEnrolment(till.db, other, await till.roster(), trialActing())).toBe('alreadyEnrolled');
    expect(await readStatus(till.db)).toEqual(before);
    expect((await readEnrolment(till.db))?.till).toBe('till-1');
  });
});

describe('LOCAL-15 F45 a roster is taken only when it is ours, newer and signed', () => {
  test('LOCAL-15 a newer one is taken, and that is a fact', async () => {
    const newer = await till.roster({ version: 2 });
    expect(await applyRoster(till.db, newer, trialActing())).toMatchObject({
      is: 'recorded',
      row: { kind: 'rosterApplied' },
    });
    expect(await readRoster(till.db)).toEqual(newer);
  });

  test('LOCAL-15 F39 one of a new epoch is taken, whatever its version', async () => {
    await applyRoster(till.db, await till.roster({ version: 5 }), trialActing());
    const restored = await till.roster({ epoch: 'epoch-2', version: 3 });
    expect(await applyRoster(till.db, restored, trialActing())).toMatchObject({ is: 'recorded' });
  });

  test('LOCAL-15 F45 older, for another till, or badly signed: the good one stays', async () => {
    const held = await till.roster({ version: 5 });
    await applyRoster(till.db, held, trialActing());
    const newer = await till.roster({ version: 6 });
    const forged = { ...newer, roster: { ...newer.roster, version: 7 } };
    const other = await makeTrialTill();
    const refused = [
      [await till.roster({ version: 4 }), 'older'],
      [held, 'unchanged'],
      [await till.roster({ version: 6, till: 'till-2' }), 'other-till'],
      [await till.roster({ version: 6, business: 'business-2' }), 'other-till'],
      [forged, 'bad-signature'],
      [await other.roster({ version: 6 }), 'bad-signature'],
    ] as const;
    for (const [signed, why] of refused) {
      expect(await applyRoster(till.db, signed, trialActing())).toEqual({ is: 'kept', why });
    }
    expect(await readRoster(till.db)).toEqual(held);
    other.close();
  });
});

test('LOCAL-19 F46 a budget is one for all windows: no change is lost between them', async () => {
  const windows = [till.db, await till.openWindow(), await till.openWindow()];
  const raise = (stored: unknown) => {
    const count = typeof stored === 'number' ? stored + 1 : 1;
    return { store: count, answer: count };
  };
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, turn) => changeBudget(windows[turn % 3] ?? till.db, 's-bo', raise)),
  );
  expect(answers.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await readBudget(till.db, 's-bo')).toBe(9);
  expect(await readBudget(till.db, 's-amara')).toBeNull();
});
