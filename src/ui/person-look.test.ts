import { expect, test } from 'vitest';
import { AVATAR_COLOURS, avatarColourOf, initialsOf } from './person-look.ts';

test('one word gives two letters, several words give the first and the last', () => {
  expect(initialsOf('Amara')).toBe('AM');
  expect(initialsOf('Bo Lind')).toBe('BL');
  expect(initialsOf('  José  María  Ruiz ')).toBe('JR');
  expect(initialsOf('Ö')).toBe('Ö');
  expect(initialsOf('')).toBe('');
});

test('letters outside the first plane are not cut in half', () => {
  expect(initialsOf('𝒜bc')).toBe('𝒜B');
});

test('an id keeps its colour, and neighbours do not all share one', () => {
  expect(avatarColourOf('staff-1')).toBe(avatarColourOf('staff-1'));
  const colours = Array.from({ length: 100 }, (_, number) => avatarColourOf(`staff-${number}`));
  expect(new Set(colours).size).toBe(AVATAR_COLOURS);
  expect(Math.min(...colours)).toBe(1);
  expect(Math.max(...colours)).toBe(AVATAR_COLOURS);
});
