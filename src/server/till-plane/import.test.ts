/** Journals that come in a file: taken once, marked, refused at the exact number, and acknowledged to the till itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeImport } from '../../journal/import-stretch.ts';
import { makeTillKey } from '../../journal/keys.ts';
import { verifyJournalExport, type ExportVerdict } from '../../journal/verify-journal-export.ts';
import { importAnswerSchema, STRETCH_FACTS_MAX } from '../../protocol/journal-export.ts';
import { pushAnswerSchema } from '../../protocol/push.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { journalFile } from '../../testing/journal-file.ts';
import type { PaperTablet } from '../../testing/paper-tablet.ts';
import { headerOf, startJournalWith, type TillJournal } from '../../testing/till-journal.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';

const FACTS = STRETCH_FACTS_MAX + 20;

let plane: TillPlaneApp;
let tablet: PaperTablet;
let journal: TillJournal;

beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());

beforeEach(async () => {
  tablet = await plane.newTablet();
  journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
  while (journal.facts.length < FACTS) await journal.add({ kind: 'signedIn', body: { staff: 's-amara' } });
});

const file = () => journalFile([journal], tablet.enrolment.certificate, plane.keys.root);

function post(body: string) {
  const headers = { 'content-type': 'application/x-ndjson' };
  return plane.app.inject({ method: 'POST', url: TILL_ROUTES.import, headers, payload: Buffer.from(body) });
}

async function* textOf(lines: readonly string[]): AsyncGenerator<string> {
  yield await Promise.resolve(lines.map((line) => `${line}\n`).join(''));
}

/** As the office does: every stretch that is proved, in order. */
async function bring(lines: readonly string[]): Promise<{ appended: number; verdict: ExportVerdict }> {
  let appended = 0;
  const verdict = await verifyJournalExport(textOf(lines), {
    root: plane.keys.root,
    onStretch: async (stretch, header) => {
      const answer = await post(writeImport(header, stretch));
      expect(answer.statusCode).toBe(200);
      appended += importAnswerSchema.parse(answer.json()).appended;
    },
  });
  return { appended, verdict };
}

async function held(): Promise<{ no: number; hash: string; marks: string[] }[]> {
  const { rows } = await plane.owner.query<{ no: string; hash: string; marks: string[] }>(
    'select no, hash, marks from evertill.fact where till = $1 order by till_seq',
    [tablet.enrolment.till],
  );
  return rows.map(({ no, hash, marks }) => ({ no: Number(no), hash, marks }));
}

const hashes = () => journal.facts.map(({ hash }) => hash);

describe('LEDG-60 P6 a journal that came in a file', () => {
  test('LEDG-60 P4 P6 is taken whole, each fact once and marked, and taking it again changes nothing', async () => {
    expect(await bring(await file())).toMatchObject({ appended: FACTS, verdict: { is: 'intact' } });
    const rows = await held();
    expect(rows.map(({ hash }) => hash)).toEqual(hashes());
    expect(rows.every(({ marks }) => marks.includes('imported'))).toBe(true);
    expect((await bring(await file())).appended).toBe(0);
    expect(await held()).toEqual(rows);
  });

  test('LEDG-60 only what was not here is added, and what was sent keeps its marks', async () => {
    const { header, lines } = await journal.push(1, 30);
    await tablet.push(header, lines);
    expect((await bring(await file())).appended).toBe(FACTS - 30);
    const rows = await held();
    expect(rows.map(({ hash }) => hash)).toEqual(hashes());
    expect(rows.filter(({ marks }) => marks.includes('imported')).map(({ no }) => no)[0]).toBe(31);
  });

  test('LEDG-61 P7 F29 the till hears of it by the ordinary sealed answer, and its report stays its own', async () => {
    await tablet.probe(headerOf(tablet.enrolment.till, 'inc-1', 1, '0'.repeat(64), 3));
    const before = await plane.owner.query(
      'select report, last_heard_at from evertill.till_head where till = $1',
      [tablet.enrolment.till],
    );
    plane.clock.now += 60_000;
    await bring(await file());
    const after = await plane.owner.query(
      'select report, last_heard_at from evertill.till_head where till = $1',
      [tablet.enrolment.till],
    );
    expect(after.rows).toEqual(before.rows);
    const tip = journal.facts.at(-1)?.hash ?? '';
    const heard = await tablet.probe(headerOf(tablet.enrolment.till, 'inc-1', FACTS + 1, tip, FACTS));
    expect(heard.seal).toBe('sealed');
    expect(pushAnswerSchema.parse(heard.json)).toMatchObject({
      head: { no: FACTS, hash: tip },
      forkedAt: null,
    });
  });

  test('LEDG-62 F47 P a tampered file is refused at the exact number; what is good before it is taken', async () => {
    const lines = (await file()).map((line) =>
      line.includes('"no":110,') ? line.replace('s-amara', 's-amaro') : line,
    );
    const { appended, verdict } = await bring(lines);
    expect(verdict).toMatchObject({
      is: 'tampered',
      fault: { is: 'altered', no: 110 },
      facts: STRETCH_FACTS_MAX,
    });
    expect(appended).toBe(STRETCH_FACTS_MAX);
  });

  test('LEDG-62 F47 P the server believes no stretch that was changed on the way, whoever brings it', async () => {
    const bodies: string[] = [];
    await verifyJournalExport(textOf(await file()), {
      root: null,
      onStretch: (stretch, header) => void bodies.push(writeImport(header, stretch)),
    });
    const [first = '', second = ''] = bodies;
    const lines = first.split('\n');
    const changed: readonly (readonly [string, number])[] = [
      [first.replace('s-amara', 's-amaro'), 400],
      [lines.filter((_, index) => index !== 5).join('\n'), 400],
      [[...lines.slice(0, 50), ...lines.slice(-1)].join('\n'), 403],
      [first.replace(/"sig":"[^"]*"\}\}$/, '"sig":""}}'), 403],
      [first.replace('"tillName":"Till 1"', '"tillName":"Till 2"'), 403],
      [first.replace(tablet.enrolment.business, 'another-business'), 403],
      ['', 400],
      ['{}\n{}', 400],
    ];
    for (const [body, status] of changed) expect((await post(body)).statusCode).toBe(status);
    expect(await held()).toEqual([]);
    // The second before the first: the ledger says what it needs, and takes nothing.
    const apart = importAnswerSchema.parse((await post(second)).json());
    expect(apart).toMatchObject({ appended: 0, expected: 1 });
    expect(await held()).toEqual([]);
  });

  test('LEDG-62 a file of a key that this head office never certified is of no till here', async () => {
    const stranger = await startJournalWith(tablet.enrolment, 'inc-9', await makeTillKey());
    await stranger.add({ kind: 'signedIn', body: { staff: 's-amara' } });
    const claims = { ...tablet.enrolment.certificate.certificate, key: stranger.publicKey };
    const certificate = { ...tablet.enrolment.certificate, certificate: claims };
    const lines = await journalFile([stranger], certificate, plane.keys.root);
    const body = [lines[0], lines[1], lines[2]].join('\n');
    expect((await post(body)).statusCode).toBe(403);
  });

  test('LEDG-60 P12 F39 a till that a restore forgot is known again by its file', async () => {
    const lines = await file();
    await plane.owner.query('delete from evertill.till_head where till = $1', [tablet.enrolment.till]);
    await plane.owner.query('delete from evertill.enrolment_code where till = $1', [tablet.enrolment.till]);
    await plane.owner.query('delete from evertill.audit where till = $1', [tablet.enrolment.till]);
    await plane.owner.query('delete from evertill.projection_progress where till = $1', [
      tablet.enrolment.till,
    ]);
    await plane.owner.query('delete from evertill.till where till = $1', [tablet.enrolment.till]);
    expect((await bring(lines)).appended).toBe(FACTS);
  });
});
