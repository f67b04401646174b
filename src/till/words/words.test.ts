import { describe, expect, test } from 'vitest';
import { GERMAN } from '../../ui/german.ts';
import { de } from './de.ts';
import { deActs } from './de-acts.ts';
import { enActs } from './en-acts.ts';
import { dePaper } from './de-paper.ts';
import { dePractice } from './de-practice.ts';
import { deRare } from './de-rare.ts';
import { deShift } from './de-shift.ts';
import { enPaper } from './en-paper.ts';
import { enPractice } from './en-practice.ts';
import { enRare } from './en-rare.ts';
import { enShift } from './en-shift.ts';
import { en } from './en.ts';
import { ENGLISH } from '../../ui/ui-language.ts';
import { languageOf, loadLanguage } from '../language/languages.ts';

/** The same in both languages: proper names, and what is only figures, signs and units. */
const isShared = (text: string) => text === 'App' || !/[a-z]{3,}/i.test(text);

/** Every text of a catalogue by its path; what takes figures is asked with 1, 2, 3. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function')
    return [[path, String(Reflect.apply(words, undefined, ['1', '2', '3', '4']))]];
  if (words === null || typeof words !== 'object') return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

describe('WORDS-1 German says what English says', () => {
  test.each([
    ['the till', en, de],
    ['what is rare', enRare, deRare],
    ['what is done now and then', enActs, deActs],
    ['the shift', enShift, deShift],
    ['what is printed', enPaper, dePaper],
    ['practice', enPractice, dePractice],
    ['the shared pieces', ENGLISH.words, GERMAN.words],
  ])('WORDS-1 %s', (_, english, german) => {
    const one = new Map(textsOf(english));
    const other = new Map(textsOf(german));
    expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
    const same = [...other].filter(([path, text]) => one.get(path) === text && !isShared(text));
    expect(same).toEqual([]);
    for (const [path, text] of other) expect(text.trim(), path).not.toBe('');
  });

  test('WORDS-1 every figure that English says is said in German', () => {
    const figures = (said: string) => (said.match(/[1-4]/g) ?? []).toSorted().join('');
    const german = new Map(textsOf(de));
    const lost = textsOf(en).filter(([path, text]) => figures(text) !== figures(german.get(path) ?? ''));
    expect(lost.map(([path]) => path)).toEqual([]);
  });
});

test('WORDS-3 a locale chooses its language, another one English', async () => {
  expect(['de-AT', 'de', 'en-GB', 'fr-FR', ''].map(languageOf)).toEqual(['de', 'de', 'en', 'en', 'en']);
  expect((await loadLanguage('de')).words.nav.sell).toBe('Verkaufen');
});
