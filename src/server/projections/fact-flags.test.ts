import { expect, test } from 'vitest';
import { markFlags } from './fact-flags.ts';
import type { FactRow } from './stored-fact.ts';

function rowWith(marks: FactRow['marks']): FactRow {
  return {
    ...{ seq: 1, inc: 'inc-1', no: 7, hash: '', bytes: '', receivedAt: 0 },
    ...{ quarantined: null, marks },
  };
}

const said = (marks: FactRow['marks']) =>
  markFlags(rowWith(marks), { receipt: 'A1-000007', value: 250 }).map(({ kind, evidence }) => [
    kind,
    evidence[0]?.text,
  ]);

test('IDEN-44 what a replaced tablet brought is one question, asked in words of its own', () => {
  expect(said(['revokedTill'])).toEqual([['revokedTill', 'It arrived after the till was revoked.']]);
  expect(said(['revokedTill', 'replacedTablet'])).toEqual([
    ['revokedTill', 'It came from a tablet after another one had taken its place.'],
  ]);
});
