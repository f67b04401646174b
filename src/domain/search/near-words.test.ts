import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearWords } from './near-words.ts';
import { makeWordIndex } from './word-index.ts';

/** The textbook's table of edits, whole and slow. */
function editsBetween(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const changed =
        one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1] && row > 1 && column > 1;
      const edits = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        changed ? at(row - 2, column - 2) + 1 : Infinity,
      );
      table[row]?.splice(column, 1, edits);
    }
  }
  return at(one.length, other.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });

test('CAT-9 words within one or two edits are found, each with its number of edits, and no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 40 }),
      word,
      fc.constantFrom(1, 2),
      (words, typed, editsMax) => {
        const index = makeWordIndex(words);
        const near = nearWords(index, typed, editsMax);
        const whole = near
          .filter(({ isBeginning }) => !isBeginning)
          .map((one) => [index.words[one.word], one.edits]);
        const expected = index.words
          .map((one) => [one, editsBetween(typed, one)] as const)
          .filter(([, edits]) => edits <= editsMax);
        expect(whole).toEqual(expected);
        const begun = near
          .filter(({ isBeginning }) => isBeginning)
          .map((one) => [index.words[one.word], one.edits]);
        const expectedBegun = index.words
          .filter((one) => editsBetween(typed, one) > editsMax)
          .map(
            (one) => [one, Math.min(...beginningsOf(one).map((part) => editsBetween(typed, part)))] as const,
          )
          .filter(([, edits]) => edits <= editsMax);
        expect(begun).toEqual(expectedBegun);
      },
    ),
    { numRuns: 400 },
  );
});

function beginningsOf(text: string): string[] {
  return Array.from({ length: text.length + 1 }, (_, length) => text.slice(0, length));
}
