import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShift } from '../local-db/open-shift.ts';
import { readShift } from '../local-db/read-shift.ts';
import { recordSale } from '../local-db/record-sale.ts';
import { readRoster } from '../local-db/roster.ts';
import { readUnshown } from '../local-db/unshown.ts';
import { paidByCard, soldBasket } from '../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import type { Person, Roster } from './till-context.ts';
import { tillStage, type TillFacts } from './till-stage.ts';

const CLERK: Person = {
  id: 's-amara',
  name: 'Amara',
  role: 'clerk',
  pinLength: 4,
  pinSalt: '',
  pinParameters: { algorithm: 'argon2id', memoryKiB: 1024, passes: 1, lanes: 1 },
  verifier: null,
};

let till: TrialTill;
let roster: Roster;
let facts: TillFacts;

beforeAll(async () => {
  till = await makeTrialTill();
  const shift = { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float: TRIAL_POLICY.float };
  await openShift(till.db, shift, trialActing());
  const signed = await readRoster(till.db);
  if (signed === null) throw new Error('the trial till is enrolled');
  roster = { ...signed.roster, staff: [CLERK] };
  facts = {
    lostTill: null,
    roster,
    shift: await readShift(till.db),
    hasCatalogue: true,
    unshown: await readUnshown(till.db),
    clerk: CLERK,
    hasGoods: false,
  };
});

afterAll(() => till.close());

test('SCREEN-26 a tablet that is no till yet asks for its code', () => {
  expect(tillStage({ ...facts, roster: null }).is).toBe('enrol');
});

test('SCREEN-28 F06 a tablet that has lost its till asks for a code of that till, never to be a new one', () => {
  const lostTill = { tillName: 'Till 1', keepsJournal: false };
  expect(tillStage({ ...facts, roster: null, lostTill })).toEqual({ is: 'lost', till: lostTill });
  expect(tillStage({ ...facts, lostTill }).is).toBe('counter');
  expect(tillStage({ ...facts, lostTill: { ...lostTill, keepsJournal: true } }).is).toBe('lost');
});

test('SCREEN-26 nobody signed in is the lock screen, then comes the shift, then the counter', () => {
  expect(tillStage({ ...facts, clerk: null }).is).toBe('locked');
  expect(tillStage({ ...facts, shift: null }).is).toBe('openShift');
  expect(tillStage(facts).is).toBe('counter');
  expect(tillStage({ ...facts, hasCatalogue: false }).is).toBe('firstCatalogue');
});

test('SCREEN-26 while the database is being asked nothing is claimed', () => {
  expect(tillStage({ ...facts, roster: undefined }).is).toBe('starting');
  expect(tillStage({ ...facts, unshown: undefined }).is).toBe('starting');
});

test('P3 SCREEN-26 a sale whose Paid nobody saw is shown before anything else, even before a PIN', async () => {
  await recordSale(till.db, paidByCard(soldBasket('sale-1')), trialActing(1));
  const unshown = await readUnshown(till.db);
  const stage = tillStage({ ...facts, clerk: null, unshown });
  expect(stage).toMatchObject({ is: 'unshown', receipt: { body: { sale: 'sale-1' } } });
});

test('SCREEN-27 a person taken off the roster finishes the sale they have open, then the till locks', () => {
  const without = { ...roster, staff: [] };
  expect(tillStage({ ...facts, roster: without, hasGoods: true }).is).toBe('counter');
  expect(tillStage({ ...facts, roster: without }).is).toBe('locked');
});
