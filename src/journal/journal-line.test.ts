import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';
import { sha256Hex } from './digest.ts';
import { readJournalLine, writeJournalLine } from './journal-line.ts';

const HASH = 'a1'.repeat(32);

describe('EXPORT-1 a fact is written to a line and read back by its bytes', () => {
  test('EXPORT-1 what is read is what was written, byte for byte, whatever the fact says', async () => {
    const value = fc.jsonValue({ depthSize: 'small' }).map((json) => JSON.stringify(json));
    await fc.assert(
      fc.asyncProperty(value, async (bytes) => {
        const line = writeJournalLine({ bytes, hash: await sha256Hex(bytes) });
        expect(line).not.toContain('\n');
        expect(readJournalLine(line)).toEqual({ bytes, hash: await sha256Hex(bytes) });
      }),
    );
  });

  test('EXPORT-1 the bytes are cut out, never written anew: spaces and odd escapes stay', () => {
    const bytes = '{ "body":{"note":"\\u00e9 \\",\\"hash\\":\\"x"},"no":1.0 }';
    expect(readJournalLine(`{"fact":${bytes},"hash":"${HASH}"}`)).toEqual({ bytes, hash: HASH });
  });

  test('EXPORT-1 a line is JSON, so other tools can read it', () => {
    const fact = { no: 1, body: { note: ',"hash":"' } };
    expect(JSON.parse(writeJournalLine({ bytes: canonicalText(fact), hash: HASH }))).toEqual({
      fact,
      hash: HASH,
    });
  });

  const whole = writeJournalLine({ bytes: '{"no":1}', hash: HASH });
  const shapes: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['another line', '{"end":{"facts":1}}'],
    ['no fact between', `{"fact":,"hash":"${HASH}"}`],
    ['no hash', '{"fact":{"no":1}}'],
    ['a hash in capitals', whole.replace(HASH, HASH.toUpperCase())],
    ['a hash that is short', whole.replace(HASH, HASH.slice(1))],
    ['something after it', `${whole} `],
    ['something before it', ` ${whole}`],
  ];
  test.each(shapes)('EXPORT-1 %s is no journal line', (_name, line) => {
    expect(readJournalLine(line)).toBeNull();
  });

  test('EXPORT-1 a line torn anywhere is no journal line', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(readJournalLine(whole.slice(0, length))).toBeNull();
    }
  });
});
