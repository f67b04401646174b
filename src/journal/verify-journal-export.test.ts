import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultSentence } from '../protocol/journal-fault.ts';
import { STRETCH_FACTS_MAX } from '../protocol/journal-export.ts';
import { journalFile, makeTestRoot, type TestRoot } from '../testing/journal-file.ts';
import { startJournal, startJournalWith, type TillJournal } from '../testing/till-journal.ts';
import { readJournalLine, writeJournalLine } from './journal-line.ts';
import { makeTillKey } from './keys.ts';
import { verifyJournalExport, type ExportVerdict } from './verify-journal-export.ts';

const IDENTITY = { business: 'b', shop: 's', till: 't' };
const FACTS = STRETCH_FACTS_MAX + 7;
const LATER_FACTS = 3;

let root: TestRoot;
let journal: TillJournal;
let later: TillJournal;
let file: string[];

beforeAll(async () => {
  root = await makeTestRoot();
  journal = await startJournal(IDENTITY, 'inc-1');
  await fill(journal, FACTS, 's');
  later = await startJournalWith(IDENTITY, 'inc-2', journal.key);
  await fill(later, LATER_FACTS, 's');
  file = await fileOf([journal, later]);
});

async function fill(one: TillJournal, facts: number, who: string): Promise<void> {
  while (one.facts.length < facts) {
    await one.add({ kind: 'signedIn', body: { staff: `${who}-${String(one.facts.length)}` } });
  }
}

async function fileOf(journals: readonly TillJournal[], by = root): Promise<string[]> {
  return journalFile(journals, await by.certify(journal), by.root);
}

async function* chunked(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size)
    yield await Promise.resolve(text.slice(start, start + size));
}

function check(lines: readonly string[], chunk = 100_000): Promise<ExportVerdict> {
  return verifyJournalExport(chunked(lines.map((line) => `${line}\n`).join(''), chunk), { root: root.root });
}

/** A place in the file: which run, which number, which line. */
interface Place {
  readonly series: string;
  readonly no: number;
  readonly line: number;
}

function places(): Place[] {
  const found: Place[] = [];
  let [series, no] = ['A1', 0];
  file.forEach((text, line) => {
    if (!text.startsWith('{"fact":')) return;
    if (no === FACTS && series === 'A1') [series, no] = ['A1b', 0];
    no += 1;
    found.push({ series, no, line });
  });
  return found;
}

const anyPlace = fc.nat({ max: FACTS + LATER_FACTS - 1 });

function placeAt(index: number): Place {
  const place = places()[index];
  if (place === undefined) throw new Error('no such place');
  return place;
}

function altered(text: string, change: (bytes: string) => string, rehash: boolean): string {
  const kept = readJournalLine(text);
  if (kept === null) throw new Error('no fact on this line');
  const bytes = change(kept.bytes);
  return writeJournalLine({
    bytes,
    hash: rehash ? createHash('sha256').update(bytes).digest('hex') : kept.hash,
  });
}

const toOtherStaff = (bytes: string) => bytes.replace(/"staff":"s-(\d+)"/, '"staff":"x-$1"');

function replaceLine(line: number, ...by: string[]): string[] {
  return [...file.slice(0, line), ...by, ...file.slice(line + 1)];
}

describe('EXPORT-2 F47 S P an untouched file', () => {
  test('EXPORT-2 is intact, whatever portions it is read in', async () => {
    for (const chunk of [7, 1_000, 10_000_000]) {
      expect(await check(file, chunk)).toMatchObject({ is: 'intact', facts: FACTS + LATER_FACTS });
    }
  });

  test('EXPORT-2 tells of each stretch that is proved, with every fact once and in order', async () => {
    const heard: string[] = [];
    const text = file.map((line) => `${line}\n`).join('');
    await verifyJournalExport(chunked(text, 999), {
      root: null,
      onStretch: ({ facts }) => {
        expect(facts.length).toBeLessThanOrEqual(STRETCH_FACTS_MAX);
        heard.push(...facts.map((fact) => fact.hash));
      },
    });
    expect(heard).toEqual([...journal.facts, ...later.facts].map((fact) => fact.hash));
  });

  test('EXPORT-2 of which another head office is the root proves nothing', async () => {
    const other = await makeTestRoot();
    const verdict = await verifyJournalExport(chunked(file.join('\n'), 999), { root: other.root });
    expect(verdict).toMatchObject({ is: 'tampered', facts: 0, fault: { is: 'certificate' } });
  });

  test.each(['', '{}', 'PK\u0003\u0004', '{"evertill":"journal-export","v":2}'])(
    'EXPORT-2 what begins with %j is no journal',
    async (line) => {
      expect(await check([line, ...file.slice(1)])).toEqual({ is: 'unreadable' });
    },
  );
});

describe('EXPORT-3 F47 S P the first number that is not as the till made it is named, at every position', () => {
  const named = (is: string, { series, no }: Pick<Place, 'series' | 'no'>) => ({
    is: 'tampered',
    fault: { is, series, no },
  });

  test('EXPORT-3 F47 S P a byte flipped', async () => {
    const flips = fc.tuple(anyPlace, fc.nat({ max: 2_000 }), fc.integer({ min: 1, max: 90 }));
    await fc.assert(
      fc.asyncProperty(flips, async ([index, at, by]) => {
        const place = placeAt(index);
        const line = file[place.line] ?? '';
        const position = at % line.length;
        const code = 32 + ((line.charCodeAt(position) - 32 + by) % 94);
        const flipped = line.slice(0, position) + String.fromCharCode(code) + line.slice(position + 1);
        fc.pre(flipped !== line);
        expect(await check(replaceLine(place.line, flipped))).toMatchObject({
          is: 'tampered',
          fault: { series: place.series, no: place.no },
        });
      }),
      { numRuns: 60 },
    );
  });

  test('EXPORT-3 F47 S P a fact altered, its recorded hash left: every position', async () => {
    for (const place of places()) {
      const line = altered(file[place.line] ?? '', toOtherStaff, false);
      expect(await check(replaceLine(place.line, line))).toMatchObject(named('altered', place));
    }
  });

  test('EXPORT-3 F47 S P a fact altered and hashed anew: every position', async () => {
    for (const place of places()) {
      const line = altered(file[place.line] ?? '', toOtherStaff, true);
      const isLastOfStretch = file[place.line + 1]?.startsWith('{"signed":') === true;
      const fault = isLastOfStretch ? 'notAsSigned' : 'replaced';
      expect(await check(replaceLine(place.line, line))).toMatchObject(named(fault, place));
    }
  });

  test('EXPORT-3 F47 S P a link rewritten and hashed anew', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async (index) => {
        const place = placeAt(index);
        const relink = (bytes: string) =>
          bytes.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${'ab'.repeat(32)}"`);
        const verdict = await check(replaceLine(place.line, altered(file[place.line] ?? '', relink, true)));
        expect(verdict).toMatchObject(named('unlinked', place));
      }),
      { numRuns: 40 },
    );
  });

  test('EXPORT-3 F47 S P a fact dropped: every position', async () => {
    for (const place of places()) {
      expect(await check(replaceLine(place.line))).toMatchObject(named('missing', place));
    }
  });

  test('EXPORT-3 F47 S P two facts swapped: every position', async () => {
    const all = places();
    for (const [index, place] of all.entries()) {
      const next = all[index + 1];
      if (next?.series !== place.series) continue;
      const lines = [...file];
      [lines[place.line], lines[next.line]] = [file[next.line] ?? '', file[place.line] ?? ''];
      expect(await check(lines)).toMatchObject({ fault: { series: place.series, no: place.no } });
    }
  });

  test('EXPORT-3 F47 S P the file cut after any line: the first number that is not there', async () => {
    const all = places();
    for (let length = 1; length < file.length; length += 1) {
      const verdict = await check(file.slice(0, length));
      const gone = all.find((place) => place.line >= length);
      // The last line of a run but for its signature: then that is what is missing.
      const unsigned = [FACTS, FACTS + LATER_FACTS]
        .map((count) => all[count - 1])
        .find((one) => one?.line === length - 1);
      const expected = unsigned ?? gone;
      expect(verdict).toMatchObject({
        is: 'tampered',
        fault: expected === undefined ? { is: 'endMissing' } : { series: expected.series, no: expected.no },
      });
    }
  });

  test('EXPORT-3 F47 S P a fact twice, and two facts of one number: every position', async () => {
    for (const place of places()) {
      const line = file[place.line] ?? '';
      const other = altered(line, toOtherStaff, true);
      expect(await check(replaceLine(place.line, line, line))).toMatchObject(named('repeated', place));
      expect(await check(replaceLine(place.line, line, other))).toMatchObject(named('forked', place));
    }
  });

  test('EXPORT-3 F47 S P any signature stripped, or another one put in its place', async () => {
    const all = places();
    for (const [line, text] of file.entries()) {
      if (!text.startsWith('{"signed":')) continue;
      const place = all.find((one) => one.line === line - 1);
      if (place === undefined) throw new Error('a signature follows a fact');
      const sig = /"sig":"([^"]+)"\}$/.exec(file[0] ?? '')?.[1] ?? '';
      expect(await check(replaceLine(line))).toMatchObject(named('signatureStripped', place));
      const bare = text.replace(/"sig":"[^"]*"/, '"sig":""');
      expect(await check(replaceLine(line, bare))).toMatchObject(named('signatureStripped', place));
      const foreign = text.replace(/"sig":"[^"]*"/, `"sig":"${sig}"`);
      expect(await check(replaceLine(line, foreign))).toMatchObject(named('signatureWrong', place));
    }
  });

  test('EXPORT-3 F47 S P a whole run dropped, a fact added after the last, a fact of another till', async () => {
    const all = places();
    const first = all.find((place) => place.series === 'A1b');
    const begin = first?.line ?? 0;
    const withoutFirst = [file[0] ?? '', ...file.slice(begin)];
    expect(await check(withoutFirst)).toMatchObject(named('missing', { series: 'A1', no: 1 }));
    const longer = await startJournalWith(IDENTITY, 'inc-2', journal.key);
    await fill(longer, LATER_FACTS + 1, 's');
    const added = (await fileOf([longer])).findLast((line) => line.startsWith('{"fact":')) ?? '';
    const lines = [...file.slice(0, -1), added, ...file.slice(-1)];
    expect(await check(lines)).toMatchObject(named('added', { series: 'A1b', no: LATER_FACTS + 1 }));
    const stranger = await startJournalWith({ ...IDENTITY, till: 'other' }, 'inc-1', await makeTillKey());
    await fill(stranger, 1, 's');
    const [, strange = ''] = await fileOf([stranger]);
    expect(await check(replaceLine(1, strange))).toMatchObject(named('foreign', { series: 'A1', no: 1 }));
  });
});

describe('EXPORT-4 F47 S P what is around the facts is proved too', () => {
  const headerWith = (change: (header: string) => string) => [change(file[0] ?? ''), ...file.slice(1)];

  test('EXPORT-4 the first line altered, its signature stripped or exchanged', async () => {
    const changes = [
      (header: string) => header.replace('"tillName":"Till 1"', '"tillName":"Till 2"'),
      (header: string) => header.replace(/"sig":"[^"]*"\}$/, '"sig":""}'),
      (header: string) => header.replace(/"sig":"[^"]*"\}$/, '"sig":"AAAA"}'),
    ];
    for (const change of changes) {
      expect(await check(headerWith(change))).toMatchObject({ fault: { is: 'headerSignature' } });
    }
  });

  test('EXPORT-4 facts cut from the end, and the first line made to fit', async () => {
    const short = file.slice(0, places()[STRETCH_FACTS_MAX]?.line ?? 0);
    const at = `"head":{"no":${String(STRETCH_FACTS_MAX)},"hash":"${journal.facts[STRETCH_FACTS_MAX - 1]?.hash ?? ''}"}`;
    const header = (file[0] ?? '')
      .replace(/"head":\{[^}]*\}/, at)
      .replace(/,\{"inc":"inc-2".*\}\],"sig"/, '],"sig"');
    const verdict = await check([
      header,
      ...short.slice(1),
      `{"end":{"facts":${String(STRETCH_FACTS_MAX)}}}`,
    ]);
    expect(verdict).toMatchObject({ fault: { is: 'signatureWrong', series: 'A1', no: STRETCH_FACTS_MAX } });
  });

  test('EXPORT-4 a certificate of another till, business or key', async () => {
    const other = await startJournalWith(IDENTITY, 'inc-1', await makeTillKey());
    const foreignKey = await journalFile([journal], await root.certify(other), root.root);
    expect(await check(foreignKey)).toMatchObject({ is: 'tampered', fault: { no: STRETCH_FACTS_MAX } });
    const lines = headerWith((header) => header.replace('"till":"t","', '"till":"u","'));
    expect(await check(lines)).toMatchObject({ fault: { is: 'certificate' } });
  });

  test('EXPORT-4 another last line, and something after it', async () => {
    expect(await check([...file.slice(0, -1), '{"end":{"facts":1}}'])).toMatchObject({
      fault: { is: 'endWrong' },
    });
    expect(await check([...file, 'x'])).toMatchObject({ fault: { is: 'afterEnd' } });
  });

  test('EXPORT-5 what is good before a damaged place is proved stretch by stretch', async () => {
    const place = placeAt(STRETCH_FACTS_MAX + 4);
    const verdict = await check(replaceLine(place.line));
    expect(verdict).toMatchObject({ is: 'tampered', facts: STRETCH_FACTS_MAX });
  });

  test('EXPORT-3 the sentence names number and series', () => {
    expect(faultSentence({ is: 'altered', series: 'A1', no: 17 })).toBe(
      'Fact 17 of A1 was altered: its bytes do not give the hash recorded beside it.',
    );
  });
});
