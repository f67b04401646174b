import { expect, test } from 'vitest';
import { isChargeKey } from './use-charge-key.ts';

const PRESSED = {
  key: 'Enter',
  ctrlKey: true,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
};

test('SCREEN-91 Ctrl+Enter charges; Enter alone, as a scanner sends it, and a key that is held down do not', () => {
  expect(isChargeKey(PRESSED)).toBe(true);
  expect(isChargeKey({ ...PRESSED, ctrlKey: false })).toBe(false);
  expect(isChargeKey({ ...PRESSED, repeat: true })).toBe(false);
  expect(isChargeKey({ ...PRESSED, altKey: true })).toBe(false);
  expect(isChargeKey({ ...PRESSED, key: 'm' })).toBe(false);
});
