import { expect, test } from 'vitest';
import { guardKey } from './scan-guard.ts';

function press(keys: readonly string[]) {
  let isScan = false;
  let scans = 0;
  const through: string[] = [];
  for (const key of keys) {
    const guarded = guardKey(isScan, key);
    ({ isScan } = guarded);
    if (guarded.wasScan) scans += 1;
    if (!guarded.isSwallowed) through.push(key);
  }
  return { through, scans };
}

test('SCREEN-45 a scan answers nothing, and is noticed', () => {
  expect(press([...Array.from('5000169005477'), 'Enter'])).toEqual({ through: [], scans: 1 });
  expect(press(['Shift', 'C', ...Array.from('AN 1'), 'Enter', ...Array.from('4006'), 'Enter'])).toEqual({
    through: ['Shift'],
    scans: 2,
  });
});

test('SCREEN-45 a person’s keys answer as ever', () => {
  expect(press(['Tab', 'Enter']).through).toEqual(['Tab', 'Enter']);
  expect(press(['Tab', ' ']).through).toEqual(['Tab', ' ']);
  expect(press([...Array.from('12'), 'Tab', 'Enter']).through).toEqual(['Tab', 'Enter']);
});
