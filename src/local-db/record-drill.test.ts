import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { factSchema } from '../protocol/fact.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../testing/trial-till.ts';
import { readDrill } from './read-drill.ts';
import { endDrill, startDrill } from './record-drill.ts';
import { readBranches, factsAfter } from './watermark.ts';

const UNTIL = 5_000_000;
const DRILL = { drill: 'drill-1', what: 'everything', until: UNTIL } as const;
const CONSENT = { approver: 's-bo', digest: 'a'.repeat(64) };

let till: TrialTill;
beforeEach(async () => {
  till = await makeTrialTill();
});
afterEach(() => till.close());

async function drillFacts(): Promise<unknown[]> {
  const [branch] = await readBranches(till.db);
  const facts = await factsAfter(till.db, branch?.inc ?? '', 0, 100);
  return facts.flatMap(({ bytes }) => {
    const { kind, body, by } = factSchema.parse(JSON.parse(bytes));
    return kind.startsWith('drill') ? [{ kind, body, approver: by.approval?.approver ?? null }] : [];
  });
}

test('DRILL-24 P11 a drill is on disk with the fact that begins it, and gone with the one that ends it', async () => {
  expect(await startDrill(till.db, DRILL, CONSENT, trialActing())).toMatchObject({ is: 'recorded' });
  expect(await readDrill(till.db)).toEqual(DRILL);
  expect(await endDrill(till.db, 'early', UNTIL - 1_000, trialActing())).toMatchObject({ is: 'recorded' });
  expect(await readDrill(till.db)).toBeNull();
  expect(await drillFacts()).toEqual([
    { kind: 'drillStarted', body: DRILL, approver: 's-bo' },
    { kind: 'drillEnded', body: { drill: 'drill-1', at: UNTIL - 1_000, how: 'early' }, approver: null },
  ]);
});

test('DRILL-23 P11 a till that was off at the end tells that it ended when it was to end', async () => {
  await startDrill(till.db, DRILL, CONSENT, trialActing());
  await endDrill(till.db, 'byItself', UNTIL + 3_600_000, trialActing());
  expect((await drillFacts())[1]).toMatchObject({ body: { at: UNTIL, how: 'byItself' } });
});

test('DRILL-24 a drill ends once, whoever says so at the same time', async () => {
  await startDrill(till.db, DRILL, CONSENT, trialActing());
  const ends = await Promise.all([
    endDrill(till.db, 'byItself', UNTIL, trialActing()),
    endDrill(till.db, 'early', UNTIL, trialActing()),
  ]);
  expect(ends.map(({ is }) => is).sort()).toEqual(['noDrill', 'recorded']);
  expect(await drillFacts()).toHaveLength(2);
});
