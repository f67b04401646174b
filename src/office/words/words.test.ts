import { expect, test } from 'vitest';
import { de } from './de.ts';
import { deAccount } from './de-account.ts';
import { deActs } from './de-acts.ts';
import { deHours } from './de-hours.ts';
import { deSetUp } from './de-set-up.ts';
import { deRules } from './de-rules.ts';
import { deStaff } from './de-staff.ts';
import { en } from './en.ts';
import { enAccount } from './en-account.ts';
import { enActs } from './en-acts.ts';
import { enHours } from './en-hours.ts';
import { enSetUp } from './en-set-up.ts';
import { enRules } from './en-rules.ts';
import { enStaff } from './en-staff.ts';
import { deTillChange } from './de-till-change.ts';
import { enTillChange } from './en-till-change.ts';

/** The same in both languages: proper names, and what is only figures, signs and units. */
const SHARED = new Set(['Name', 'PIN', 'Person']);
const isShared = (text: string) => SHARED.has(text) || !/[a-z]{3,}/i.test(text);

/** Every text of a catalogue by its path; what takes figures is asked with 1, 2, 3. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, String(Reflect.apply(words, undefined, ['1', '2', '3']))]];
  if (words === null || typeof words !== 'object') return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

test.each([
  ['every other screen', en, de],
  ['staff', enStaff, deStaff],
  ['rules', enRules, deRules],
  ['opening hours', enHours, deHours],
  ['who changed what', enActs, deActs],
  ['sign-in', enAccount, deAccount],
  ['the set-up', enSetUp, deSetUp],
  ['what becomes of a till', enTillChange, deTillChange],
])('WORDS-4 the office’s German says what its English says of %s, in its own words', (_, english, german) => {
  const one = new Map(textsOf(english));
  const other = new Map(textsOf(german));
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  const same = [...other].filter(([path, text]) => one.get(path) === text && !isShared(text));
  expect(same).toEqual([]);
  const figures = (said: string | undefined) => (said?.match(/\b[1-3]\b/g) ?? []).toSorted().join('');
  const lost = [...one].filter(([path, text]) => figures(text) !== figures(other.get(path)));
  expect(lost.map(([path]) => path)).toEqual([]);
});
