/** What the ledger promises, on every PostgreSQL it is run on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { PUSH_FACTS_MAX } from '../../protocol/limits.ts';
import { NO_FACT_HASH } from '../../protocol/fact.ts';
import { sha256Hex } from '../../journal/digest.ts';
import { engineIsInstalled, type DatabaseEngine } from '../../testing/database.ts';
import { startJournal, reportOf, type SignedPush, type TillJournal } from '../../testing/till-journal.ts';
import { startTrialLedger, type TrialLedger } from '../../testing/trial-ledger.ts';
import type { Connections } from '../database/query-rows.ts';
import { appendBatch, type AppendResult } from './append-batch.ts';
import { readOffered } from './offered-batch.ts';
import { probeHead } from './probe-head.ts';

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];

for (const engine of engines) {
  describe.skipIf(!(await engineIsInstalled(engine)))(`on ${engine} PostgreSQL`, () => {
    let ledger: TrialLedger;
    let owner: pg.Pool;
    let pool: Connections;
    let journal: TillJournal;

    beforeAll(async () => {
      ledger = await startTrialLedger(engine);
      ({ owner, pool } = ledger);
    });
    afterAll(() => ledger.stop());

    beforeEach(async () => {
      journal = await ledger.newJournal();
      await fill(journal, 5);
    });

    async function append({ header, lines }: SignedPush, signatureOk = true): Promise<Answered> {
      const result = await appendBatch(pool, offerOf({ header, lines }, signatureOk));
      if (result.is === 'busy') throw new Error('busy');
      return result;
    }

    async function held(): Promise<
      { no: number; hash: string; bytes: string; seq: number; marks: string[] }[]
    > {
      const { rows } = await owner.query<{
        no: number;
        hash: string;
        bytes: string;
        seq: number;
        marks: string[];
      }>(
        `select no, hash, bytes, till_seq as seq, marks from evertill.fact where till = $1 order by till_seq`,
        [journal.identity.till],
      );
      return rows;
    }

    test('LEDG-4 P4 facts are kept byte for byte, numbered in the order they came', async () => {
      const answer = await append(await journal.push(1));
      expect(answer).toMatchObject({ appended: 5, head: head(journal, 5), expected: null, forkedAt: null });
      expect(await held()).toEqual(
        journal.facts.map(({ bytes, hash }, index) => ({
          no: index + 1,
          hash,
          bytes,
          seq: index + 1,
          marks: [],
        })),
      );
    });

    test('LEDG-4 a line that holds a line end, and one that holds nothing, are kept as they are', async () => {
      for (const line of ['half a\nfact', '', '\n']) journal.addLine(line, await sha256Hex(line));
      await append(await journal.push(1));
      expect((await held()).map(({ bytes }) => bytes)).toEqual(journal.facts.map(({ bytes }) => bytes));
    });

    test('LEDG-5 F15 F23 a repeat changes nothing and is answered like the first', async () => {
      const first = await append(await journal.push(1));
      const before = await held();
      for (const push of [await journal.push(1), await journal.push(2, 4), await journal.push(5)]) {
        expect((await append(push)).appended).toBe(0);
      }
      expect(await append(await journal.push(1))).toEqual({ ...first, appended: 0 });
      expect(await held()).toEqual(before);
    });

    test('LEDG-5 a batch that is partly held adds only the rest, without a gap in the order of arrival', async () => {
      await append(await journal.push(1, 3));
      const answer = await append(await journal.push(2, 5));
      expect(answer).toMatchObject({ appended: 2, head: head(journal, 5) });
      expect((await held()).map((fact) => fact.seq)).toEqual([1, 2, 3, 4, 5]);
    });

    test('LEDG-6 a batch past a gap adds nothing; the answer says what is needed', async () => {
      await append(await journal.push(1, 2));
      expect(await append(await journal.push(5))).toMatchObject({
        appended: 0,
        head: head(journal, 2),
        expected: 3,
      });
      expect(await held()).toHaveLength(2);
    });

    test('LEDG-6 a till the ledger knows nothing of is asked for everything', async () => {
      expect(await append(await journal.push(4))).toMatchObject({
        appended: 0,
        head: { no: 0, hash: NO_FACT_HASH },
        expected: 1,
      });
    });

    test('LEDG-7 F03 F24 same number, other bytes: both are kept, the fork is named, the new branch acknowledged', async () => {
      const rewound = journal.rewound(3);
      await append(await journal.push(1));
      await fill(rewound, 4);
      const answer = await append(await rewound.push(4));
      expect(answer).toMatchObject({ appended: 4, head: head(rewound, 7), forkedAt: 4 });
      const facts = await held();
      expect(facts.filter((fact) => fact.no === 4).map((fact) => fact.hash)).toEqual([
        journal.facts[3]?.hash,
        rewound.facts[3]?.hash,
      ]);
      expect(facts.filter((fact) => fact.marks.includes('fork')).map((fact) => fact.no)).toEqual([4]);
    });

    test('LEDG-7 both branches of a fork go on and are told of it; its evidence is named once', async () => {
      const twin = journal.rewound(2);
      await append(await journal.push(1));
      await fill(twin, 1);
      await append(await twin.push(3));
      await fill(journal, 1);
      expect(await append(await journal.push(6))).toMatchObject({ head: head(journal, 6), forkedAt: 3 });
      await fill(twin, 2);
      expect(await append(await twin.push(4))).toMatchObject({ head: head(twin, 5), forkedAt: 3 });
      expect((await held()).filter((fact) => fact.marks.includes('fork'))).toHaveLength(1);
    });

    test('LEDG-8 a broken link is marked where it is, and stops nothing', async () => {
      await journal.add(signedIn('s-bo'), { prev: 'f'.repeat(64) });
      await fill(journal, 2);
      expect(await append(await journal.push(1))).toMatchObject({ appended: 8, head: head(journal, 8) });
      expect(
        (await held()).filter((fact) => fact.marks.length > 0).map(({ no, marks }) => [no, marks]),
      ).toEqual([[6, ['brokenLink']]]);
    });

    test('LEDG-8 a signature that does not verify is marked on the last fact it should cover', async () => {
      await append(await journal.push(1), false);
      expect((await held()).flatMap(({ no, marks }) => (marks.length > 0 ? [[no, marks]] : []))).toEqual([
        [5, ['badSignature']],
      ]);
    });

    test.each([
      ['not JSON', 'not json'],
      ['JSON of something else', '{"a":1}'],
      ['a raw NUL', 'a\0b'],
      ['nothing', ' '],
    ])('LEDG-9 F20 %s in place of a fact is kept, named, and the rest goes on', async (_, line) => {
      journal.addLine(line, await sha256Hex(line));
      await fill(journal, 2);
      const answer = await append(await journal.push(1));
      expect(answer).toMatchObject({ appended: 8, quarantined: [6], head: head(journal, 8) });
      expect((await append(await journal.push(1))).quarantined).toEqual([6]);
    });

    test("LEDG-9 another till's fact, or one out of its place, is kept and named", async () => {
      const stranger = await startJournal({ business: 'b', shop: 's', till: 'stranger' }, 'inc-1');
      const foreign = await stranger.add(signedIn('s-bo'));
      journal.addLine(foreign.bytes, foreign.hash);
      const misplaced = journal.facts[0];
      journal.addLine(misplaced?.bytes ?? '', misplaced?.hash ?? '');
      expect((await append(await journal.push(1))).quarantined).toEqual([6, 7]);
    });

    test('LEDG-10 P6 what a revoked till still has is taken, and marked', async () => {
      await owner.query('update evertill.till set revoked = true where till = $1', [journal.identity.till]);
      expect(await append(await journal.push(1))).toMatchObject({ appended: 5 });
      expect((await held()).every((fact) => fact.marks.includes('revokedTill'))).toBe(true);
    });

    test('LEDG-11 a till whose head is held by another request is busy at once, and loses nothing', async () => {
      const other = await owner.connect();
      await other.query('begin');
      await other.query('select 1 from evertill.till_head where till = $1 for update', [
        journal.identity.till,
      ]);
      expect(await appendBatch(pool, offerOf(await journal.push(1), true))).toEqual({ is: 'busy' });
      await other.query('rollback');
      other.release();
      expect(await append(await journal.push(1))).toMatchObject({ appended: 5 });
    });

    test('LEDG-12 F25 a server that dies inside a batch leaves all of it or nothing', async () => {
      await fill(journal, PUSH_FACTS_MAX - 5);
      const dying = ledger.openPool();
      const cut = await killBeforeCommit(owner, dying, offerOf(await journal.push(1), true));
      expect(cut).toBe(true);
      expect(await held()).toEqual([]);
      expect(await append(await journal.push(1))).toMatchObject({ appended: PUSH_FACTS_MAX });
      expect((await held()).map((fact) => fact.seq)).toEqual(journal.facts.map((_, index) => index + 1));
    });

    test('LEDG-13 a new incarnation has numbers of its own in the same order of arrival', async () => {
      await append(await journal.push(1));
      const next = await startJournal(journal.identity, 'inc-2');
      await fill(next, 2);
      expect(await append(await next.push(1))).toMatchObject({ appended: 2, head: head(next, 2) });
      expect((await held()).map((fact) => [fact.no, fact.seq]).slice(5)).toEqual([
        [1, 6],
        [2, 7],
      ]);
    });

    test('LEDG-14 a probe is answered with the last fact the till and the ledger share', async () => {
      await append(await journal.push(1, 3));
      const { till } = journal.identity;
      const probe = (no: number): Promise<unknown> => probeHead(pool, till, 'inc-1', head(journal, no));
      expect(await probe(2)).toEqual({ head: head(journal, 2), forkedAt: null, expected: null });
      expect(await probe(3)).toEqual({ head: head(journal, 3), forkedAt: null, expected: null });
      expect(await probe(5)).toEqual({ head: head(journal, 3), forkedAt: null, expected: 4 });
    });

    test('LEDG-14 a probe with a tip the ledger does not share asks for everything, which costs only time', async () => {
      await append(await journal.push(1));
      const stranger = { no: 4, hash: 'e'.repeat(64) };
      expect(await probeHead(pool, journal.identity.till, 'inc-1', stranger)).toEqual({
        head: { no: 0, hash: NO_FACT_HASH },
        forkedAt: null,
        expected: 1,
      });
    });
  });
}

/** A busy machine is slow, not wrong. */
const PATIENTLY = { timeout: 60_000 };

type Answered = Extract<AppendResult, { is: 'answered' }>;

function head(journal: TillJournal, no: number): { no: number; hash: string } {
  return { no, hash: journal.facts[no - 1]?.hash ?? NO_FACT_HASH };
}

function signedIn(staff: string): { kind: 'signedIn'; body: { staff: string } } {
  return { kind: 'signedIn', body: { staff } };
}

async function fill(journal: TillJournal, count: number): Promise<void> {
  for (let added = 0; added < count; added += 1) {
    await journal.add(signedIn(`s-${String(journal.facts.length)}-${String(Math.random())}`));
  }
}

function offerOf({ header, lines }: SignedPush, signatureOk: boolean): Parameters<typeof appendBatch>[1] {
  return {
    batch: readOffered(header, lines),
    report: reportOf(lines.length),
    signature: header.sig,
    signatureOk,
    tillKey: 'key',
    receivedAt: 1,
  };
}

/** Holds the batch's own lock on the audit of its till, so that the insert waits; then its connection is killed. */
async function killBeforeCommit(
  owner: pg.Pool,
  dying: Connections,
  offer: Parameters<typeof appendBatch>[1],
): Promise<boolean> {
  const blocker = await owner.connect();
  await blocker.query('begin');
  await blocker.query('lock table evertill.chain in share mode');
  const append = appendBatch(dying, offer).then(
    () => false,
    () => true,
  );
  await expect
    .poll(async () => {
      const { rows } = await owner.query(
        `select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
         where not granted and relation = 'evertill.chain'::regclass`,
      );
      return rows.length;
    }, PATIENTLY)
    .toBe(1);
  const died = await append;
  await blocker.query('rollback');
  blocker.release();
  return died;
}
