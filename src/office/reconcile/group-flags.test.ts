import { expect, test } from 'vitest';
import { money } from '../../domain/money.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { groupFlags } from './group-flags.ts';

function flag(id: string, changes: Partial<Flag> = {}): Flag {
  return {
    id,
    kind: 'priceDiffers',
    group: 'decideOnce',
    subject: '',
    till: 'till-1',
    tillName: 'Till 1',
    receipt: 'A1-000001',
    inc: 'inc-1',
    no: 1,
    at: 0,
    value: money(-25),
    evidence: [],
    ...changes,
  };
}

test('OFFICE-14 flags of one kind about one thing are one question, with their sum and their tills', () => {
  const flags = [
    flag('a', { subject: 'coffee' }),
    flag('b', { subject: 'coffee', till: 'till-2' }),
    flag('c', { subject: 'coffee' }),
    flag('d', { subject: 'tea', value: money(-500) }),
  ];
  const [group] = groupFlags(flags);
  expect(group?.questions.map(({ count, tills, value }) => [count, tills, value])).toEqual([
    [1, 1, -500],
    [3, 2, -75],
  ]);
});

test('OFFICE-14 what stands alone stays alone, and another kind is another question', () => {
  const flags = [
    flag('a'),
    flag('b'),
    flag('c', { subject: 'x' }),
    flag('d', { subject: 'x', kind: 'unknownProduct' }),
  ];
  expect(groupFlags(flags)[0]?.questions).toHaveLength(4);
});

test('OFFICE-14 groups come by cause, and none is empty', () => {
  const flags = [flag('a', { group: 'goodToKnow' }), flag('b', { group: 'moneyMissing' })];
  expect(groupFlags(flags).map(({ group }) => group)).toEqual(['moneyMissing', 'goodToKnow']);
  expect(groupFlags([])).toEqual([]);
});
