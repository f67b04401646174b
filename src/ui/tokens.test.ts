import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const light = coloursAfter('color-scheme: light;');
const darkBySystem = coloursAfter('@media (prefers-color-scheme: dark)');
const darkByChoice = coloursAfter(":root[data-theme='dark']");

test('dark is the same dark whether the system or the person chose it', () => {
  expect(darkByChoice).toEqual(darkBySystem);
  expect(darkBySystem.size).toBeGreaterThan(15);
});

const TEXT = [
  ...['ink', 'ink-2', 'ink-3', 'go', 'here', 'mind', 'person'].flatMap((text) => [
    [text, 'paper'],
    [text, 'sheet'],
  ]),
  ...['go', 'here', 'mind', 'person'].map((text) => [text, `${text}-soft`]),
] as const;

test.each([
  ['light', light],
  ['dark', darkBySystem],
])(
  'in %s, totals and the main button reach 7:1, all text 4.5:1, outlines of what is pressed 3:1',
  (_, colours) => {
    for (const [text = '', ground = ''] of TEXT)
      expect.soft(contrast(colours, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect.soft(contrast(colours, 'ink', 'paper')).toBeGreaterThanOrEqual(7);
    expect.soft(contrast(colours, 'ink', 'sheet')).toBeGreaterThanOrEqual(7);
    expect.soft(contrast(colours, 'go-ink', 'go')).toBeGreaterThanOrEqual(7);
    expect.soft(contrast(colours, 'go-ink', 'go-down')).toBeGreaterThanOrEqual(7);
    for (const ground of ['paper', 'sheet'])
      expect.soft(contrast(colours, 'line-2', ground), `line-2 on ${ground}`).toBeGreaterThanOrEqual(3);
    expect.soft(contrast(colours, 'ink-3', 'line'), 'disabled button').toBeGreaterThanOrEqual(3);
  },
);

test('initials can be read on every avatar colour', () => {
  for (let number = 1; number <= 8; number += 1) {
    expect
      .soft(contrast(light, 'avatar-ink', `avatar-${number}`), `avatar-${number}`)
      .toBeGreaterThanOrEqual(7);
  }
});

function coloursAfter(start: string): ReadonlyMap<string, string> {
  const from = sheet.indexOf(start);
  expect(from).toBeGreaterThan(-1);
  const block = sheet.slice(from, sheet.indexOf('--shadow-high', from));
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  const avatars = [...sheet.matchAll(/--(avatar-[\w]+): (#[0-9a-f]{6});/g)];
  return new Map([...found, ...avatars].map(([, name = '', value = '']) => [name, value]));
}

/** WCAG 2.2, contrast ratio of two relative luminances. */
function contrast(colours: ReadonlyMap<string, string>, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => luminance(colours.get(name) ?? ''))
    .sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
