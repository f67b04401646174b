import { describe, expect, test } from 'vitest';
import { journalFile, makeTestRoot } from '../../testing/journal-file.ts';
import { startJournal } from '../../testing/till-journal.ts';
import { judgeJournalFile } from './judge-journal-file.ts';

async function someFile() {
  const root = await makeTestRoot();
  const journal = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
  for (let no = 1; no <= 20; no += 1)
    await journal.add({ kind: 'signedIn', body: { staff: `s-${String(no)}` } });
  return { root: root.root, lines: await journalFile([journal], await root.certify(journal), root.root) };
}

async function* read(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(`${line}\n`);
}

describe('EXPORT-6 F47 the verifier on any machine', () => {
  test('EXPORT-6 an intact file ends with 0, and the root is shown when none was given', async () => {
    const { root, lines } = await someFile();
    const judged = await judgeJournalFile(read(lines), null);
    expect(judged.exitCode).toBe(0);
    expect(judged.lines.join('\n')).toContain('A1: facts 1 to 20');
    expect(judged.lines.join('\n')).toContain(root);
    expect(judged.lines.at(-1)).toBe('Intact: all 20 facts are as the till made them.');
  });

  test('EXPORT-6 F47 a tampered one ends with 1 and a sentence', async () => {
    const { root, lines } = await someFile();
    const tampered = lines.map((line) => line.replace('"staff":"s-17"', '"staff":"s-71"'));
    const judged = await judgeJournalFile(read(tampered), root);
    expect(judged.exitCode).toBe(1);
    expect(judged.lines).toContain(
      'Tampered with. Fact 17 of A1 was altered: its bytes do not give the hash recorded beside it.',
    );
  });

  test('EXPORT-6 what is no journal, and a file that cannot be read, end with 2', async () => {
    expect((await judgeJournalFile(read(['hello']), null)).exitCode).toBe(2);
    const absent: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no such file')) }),
    };
    expect(await judgeJournalFile(absent, null)).toMatchObject({ exitCode: 2 });
  });
});
