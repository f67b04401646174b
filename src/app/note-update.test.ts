import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordEvent } from '../local-db/record-event.ts';
import { factsAfter, readBranches } from '../local-db/watermark.ts';
import { factSchema, type Fact } from '../protocol/fact.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { noteUpdate } from './note-update.ts';

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
});
afterEach(() => till.close());

const actingWith = (app: string) => ({ ...trialActing(), app });
const books = { enrolment: () => null };

async function facts(): Promise<Fact[]> {
  const [branch] = await readBranches(till.db);
  const rows = await factsAfter(till.db, branch?.inc ?? '', 0, 100);
  return rows.map(({ bytes }) => factSchema.parse(JSON.parse(bytes)));
}

test('UPDATE-3 the first start of another version is a fact that names both, and the next start is none', async () => {
  await recordEvent(till.db, { kind: 'signedIn', body: { staff: 's-amara' } }, actingWith('0.0.9'));
  const enrolled = { enrolment: () => till.enrolment };
  await noteUpdate(till.db, enrolled, '0.1.0', () => actingWith('0.1.0'));
  await noteUpdate(till.db, enrolled, '0.1.0', () => actingWith('0.1.0'));
  const told = (await facts()).filter(({ kind }) => kind === 'updateApplied');
  expect(told.map(({ body }) => body)).toEqual([{ from: '0.0.9', to: '0.1.0' }]);
});

test('UPDATE-3 a tablet that is no till tells nothing', async () => {
  const before = (await facts()).length;
  await noteUpdate(till.db, books, '0.1.0', () => actingWith('0.1.0'));
  expect(await facts()).toHaveLength(before);
});
