import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Shorthands of these names stand for several properties, each of which would be in transition by itself. */
const ONE_PROPERTY = [
  'background-color',
  'color',
  'inline-size',
  'inset-inline-start',
  'opacity',
  'scale',
  'transform',
  'translate',
];

// React Aria keeps what is in transition, and with it the whole screen around, until each property of it has told its end; of an
// element that is taken away it hears only the first (adobe/react-spectrum issue 7326).
test('SHELL-9 nothing has two properties in transition at once', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  const declared = sheets.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/^\s*transition(?:-property)?:([^;]+);/gm)].map(
      ([, value = '']) => ({
        file,
        properties: value
          .replaceAll(/\([^)]*\)/g, '')
          .split(',')
          .map((part) => part.trim().split(/\s/)[0]),
      }),
    ),
  );
  expect(declared.length).toBeGreaterThan(5);
  for (const { file, properties } of declared) {
    expect.soft(properties, file).toHaveLength(1);
    expect.soft(ONE_PROPERTY, file).toContain(properties[0]);
  }
});
