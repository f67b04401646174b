/** A head proves no more than what is linked to it: what was held altered, or declared missing, is taken in when it comes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { Kysely, PostgresDialect } from 'kysely';
import { sha256Hex } from '../../journal/digest.ts';
import { NO_FACT_HASH } from '../../protocol/fact.ts';
import { engineIsInstalled, type DatabaseEngine } from '../../testing/database.ts';
import { reportOf, startJournal, type SignedPush, type TillJournal } from '../../testing/till-journal.ts';
import { startTrialLedger, type TrialLedger } from '../../testing/trial-ledger.ts';
import { up as statedAnew } from '../migrations/0009-doubt.ts';
import { answerRepeat } from './answer-repeat.ts';
import type { Connections } from '../database/query-rows.ts';
import { appendBatch, type AppendResult } from './append-batch.ts';
import { readOffered } from './offered-batch.ts';
import { recordHole } from './record-hole.ts';

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
      for (let no = 1; no <= 7; no += 1)
        await journal.add({ kind: 'signedIn', body: { staff: `s-${String(no)}` } });
    });

    async function append({ header, lines }: SignedPush): Promise<AppendResult> {
      const batch = readOffered(header, lines);
      const report = reportOf(lines.length);
      return appendBatch(pool, {
        batch,
        report,
        signature: '',
        signatureOk: true,
        tillKey: 'key',
        receivedAt: 1,
      });
    }

    /** The whole journal, with a bit of its third fact flipped: what comes after it names it as it was made. */
    async function altered(bytes = alteredBytes()): Promise<SignedPush> {
      const { header, lines } = await journal.push(1);
      return { header, lines: lines.map((line, index) => (index === 2 ? bytes : line)) };
    }

    function alteredBytes(): string {
      return (journal.facts[2]?.bytes ?? '').replace('"s-3"', '"s-9"');
    }

    async function held(): Promise<string[]> {
      const { rows } = await owner.query<{ no: number; bytes: string; marks: string[] }>(
        `select no, bytes, marks from evertill.fact where till = $1 order by no, till_seq`,
        [journal.identity.till],
      );
      return rows.map(({ no, bytes, marks }) =>
        [String(no), bytes === journal.facts[no - 1]?.bytes ? 'as made' : 'altered', ...marks].join(' '),
      );
    }

    const BOTH_ARE_HELD = [
      '1 as made',
      '2 as made',
      '3 altered',
      '3 as made fork',
      '4 as made brokenLink',
      '5 as made',
      '6 as made',
      '7 as made',
    ];

    test.each([
      ['of other bytes', alteredBytes],
      ['that cannot be read any more', () => 'not a fact'],
    ])(
      'LEDG-25 P4 P7 F24 after a fact %s, the true one is no repeat: it is held too, and flagged',
      async (_, bytes) => {
        await append(await altered(bytes()));
        const { header, lines } = await journal.push(1);
        expect(await answerRepeat(pool, header, lines)).toBeNull();
        expect(await append({ header, lines })).toMatchObject({ appended: 1, forkedAt: 3, head: { no: 7 } });
        expect((await held()).filter((fact) => fact.startsWith('3'))).toEqual([
          '3 altered',
          '3 as made fork',
        ]);
        expect(await append({ header, lines })).toMatchObject({ appended: 0, forkedAt: 3 });
      },
    );

    test('LEDG-25 F24 the altered fact after the true one is no repeat either', async () => {
      await append(await journal.push(1));
      const { header, lines } = await altered();
      expect(await answerRepeat(pool, header, lines)).toBeNull();
      expect(await append({ header, lines })).toMatchObject({ appended: 1, forkedAt: 3 });
      expect((await held()).filter((fact) => fact.startsWith('3'))).toEqual(['3 as made', '3 altered fork']);
    });

    test('LEDG-25 F24 one by one, the true fact goes in between what is held, and nothing after it comes twice', async () => {
      await append(await altered());
      for (const no of [1, 2, 3, 4, 5, 6, 7]) {
        expect(await append(await journal.push(no, no))).toMatchObject({ appended: no === 3 ? 1 : 0 });
      }
      expect(await held()).toEqual(BOTH_ARE_HELD);
    });

    test('LEDG-25 a batch that follows the true fact, of which only the altered one is held, is asked for from the start', async () => {
      await append(await altered());
      expect(await append(await journal.push(4))).toMatchObject({ appended: 0, expected: 1 });
    });

    test('LEDG-22 LEDG-25 F49 what had been declared missing comes after all, and nothing after it comes twice', async () => {
      await append(await journal.push(1, 2));
      const { till, inc } = { till: journal.identity.till, inc: journal.inc };
      const after = journal.facts[3]?.hash ?? NO_FACT_HASH;
      const hole = { till, inc, from: 3, to: 4, after, why: 'lost', report: reportOf(7) } as const;
      await recordHole(pool, { hole: { protocol: 2, ...hole }, tillKey: 'key', receivedAt: 1 });
      await append(await journal.push(5));
      expect(await append(await journal.push(1, 4))).toMatchObject({ appended: 2 });
      expect(await append(await journal.push(5, 6))).toMatchObject({ appended: 0 });
      expect(await append(await journal.push(1))).toMatchObject({ appended: 0, forkedAt: null });
      expect(await held()).toHaveLength(7);
    });

    test('LEDG-24 LEDG-25 a repeat after the doubt, and any of a sound chain, is told from heads', async () => {
      await append(await altered());
      const late = await journal.push(5);
      expect(await answerRepeat(pool, late.header, late.lines)).toMatchObject({ head: { no: 7 } });
      const sound = await startJournal(journal.identity, 'inc-2');
      await sound.add({ kind: 'signedIn', body: { staff: 's-1' } });
      await append(await sound.push(1));
      const repeat = await sound.push(1);
      expect(await answerRepeat(pool, repeat.header, repeat.lines)).toMatchObject({ head: { no: 1 } });
    });

    test('LEDG-25 what older servers wrote down of a chain is brought to this', async () => {
      await append(await altered());
      const chain = `select head_no::int as head, head_hash as hash, hole_to::int as doubt from evertill.chain where till = $1`;
      const { till } = journal.identity;
      await owner.query(
        'update evertill.chain set head_no = 3, head_hash = $2, hole_to = 0 where till = $1',
        [till, await sha256Hex(alteredBytes())],
      );
      await statedAnew(new Kysely({ dialect: new PostgresDialect({ pool: owner }) }));
      const { rows } = await owner.query(chain, [till]);
      expect(rows).toEqual([{ head: 7, hash: journal.facts[6]?.hash, doubt: 4 }]);
    });
  });
}
