import { expect, test } from 'vitest';
import { GS1_SEPARATOR } from '../../domain/gs1.ts';
import { EMPTY_BOX, missCode, typeText } from './scan-box.ts';
import { scanKeyOf } from './scan-keys.ts';

const box = typeText(EMPTY_BOX, '851');

test('SCREEN-6 letters and digits pressed anywhere go to the box', () => {
  expect(scanKeyOf({ key: '8', isInBox: false }, EMPTY_BOX)).toEqual({ is: 'key', key: '8' });
  expect(scanKeyOf({ key: 'É', isInBox: false }, box)).toEqual({ is: 'key', key: 'É' });
});

test('SCREEN-6 Enter belongs to the box as soon as something is in it, and to the focused button before', () => {
  expect(scanKeyOf({ key: 'Enter', isInBox: false }, box)).toEqual({ is: 'enter' });
  expect(scanKeyOf({ key: 'Enter', isInBox: false }, EMPTY_BOX)).toBeNull();
  expect(scanKeyOf({ key: ' ', isInBox: false }, EMPTY_BOX)).toBeNull();
  expect(scanKeyOf({ key: ' ', isInBox: false }, box)).toEqual({ is: 'key', key: ' ' });
});

test('SCREEN-6 in the box itself the browser types, and only Enter, Escape and arrows are taken', () => {
  expect(scanKeyOf({ key: '8', isInBox: true }, box)).toBeNull();
  expect(scanKeyOf({ key: 'Backspace', isInBox: true }, box)).toBeNull();
  expect(scanKeyOf({ key: 'ArrowDown', isInBox: true }, box)).toEqual({ is: 'mark', by: 1 });
  expect(scanKeyOf({ key: 'Escape', isInBox: true }, box)).toEqual({ is: 'clear' });
});

test('SCREEN-114 the separator of a GS1 code stands in the box itself before the browser types on', () => {
  const typed = { is: 'typed', text: `851${GS1_SEPARATOR}` };
  expect(scanKeyOf({ key: GS1_SEPARATOR, isInBox: true }, box)).toEqual(typed);
  expect(scanKeyOf({ key: GS1_SEPARATOR, isInBox: false }, box)).toEqual({ is: 'key', key: GS1_SEPARATOR });
});

test('SCREEN-6 keys without a meaning for the box stay what they are', () => {
  for (const key of ['Tab', 'Shift', 'F5', 'ArrowLeft'])
    expect(scanKeyOf({ key, isInBox: false }, box)).toBeNull();
  expect(scanKeyOf({ key: 'ArrowDown', isInBox: false }, EMPTY_BOX)).toBeNull();
  expect(scanKeyOf({ key: '/', isInBox: false }, EMPTY_BOX)).toEqual({ is: 'focusBox' });
  expect(scanKeyOf({ key: '/', isInBox: false }, box)).toEqual({ is: 'key', key: '/' });
});

test('SCREEN-6 arrows reach the near results of a missed code', () => {
  expect(scanKeyOf({ key: 'ArrowDown', isInBox: false }, missCode(box, '851'))).toEqual({
    is: 'mark',
    by: 1,
  });
});
