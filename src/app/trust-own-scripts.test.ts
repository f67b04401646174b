import { expect, test } from 'vitest';
import { ownScript } from './trust-own-scripts.ts';

const ours = 'https://till.example';
const read = (url: string) => ownScript(url, ours);

test.each(['/sw.js', '/assets/pin-hash.worker-1a2b.js', `${ours}/assets/a.js`])(
  'SHELL-5 %s may become code',
  (url) => {
    expect(read(url)).toBe(url);
  },
);

test.each([
  'https://elsewhere.example/sw.js',
  '//elsewhere.example/assets/a.js',
  '/api/v1/pull?stream=x',
  '/assets/../api/v1/pull',
  'data:text/javascript,alert(1)',
  `blob:${ours}/0b5c`,
  'javascript:alert(1)',
])('SHELL-5 %s may not', (url) => {
  expect(() => read(url)).toThrow(TypeError);
});
