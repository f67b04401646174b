import { expect, test } from 'vitest';
import { languageOf } from './spoken.ts';

test.each([
  [['de-AT', 'en-GB'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['fr-FR', 'DE-de'], 'de'],
  [['fr-FR'], 'en'],
  [[], 'en'],
] as const)('WORDS-4 of %j the office speaks %s', (wanted, language) => {
  expect(languageOf(wanted)).toBe(language);
});
