import { expect, test } from 'vitest';
import { answerRule, type Asked } from './answer-rule.ts';

const asset: Asked = {
  method: 'GET',
  isNavigation: false,
  isOurOrigin: true,
  path: '/assets/index-1a2b.js',
  isPrecached: true,
};
const ruleFor = (changes: Partial<Asked>) => answerRule({ ...asset, ...changes }).is;

test.each(['/', '/index.html', '/office', '/office/sales/2011-06-08', '/anything/else', '/apiary'])(
  'SHELL-1 P8 going to %s shows the stored start page, whatever the server would answer',
  (path) => {
    expect(ruleFor({ isNavigation: true, isPrecached: false, path })).toBe('shell');
  },
);

test.each(['/rescue.html', '/rescue'])('SHELL-7 F33 going to %s shows the stored rescue page', (path) => {
  expect(ruleFor({ isNavigation: true, isPrecached: false, path })).toBe('rescue');
});

test('SHELL-2 a file of the build is answered from the device', () => {
  expect(ruleFor({})).toBe('precached');
  expect(ruleFor({ isPrecached: false, path: '/elsewhere.png' })).toBe('network');
});

test('SHELL-22 a file of the build before is looked for on the device too', () => {
  expect(ruleFor({ isPrecached: false })).toBe('precached');
});

test.each([
  '/api/v1/push',
  '/api/v1/people/me',
  '/api',
  '/lab',
  '/lab/lab.js',
  '/healthz',
  '/readyz',
  '/deployz',
])('SHELL-3 %s always reaches the server', (path) => {
  expect(ruleFor({ path })).toBe('network');
  expect(ruleFor({ path, isNavigation: true })).toBe('network');
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('SHELL-3 %s always reaches the server', (method) => {
  expect(ruleFor({ method })).toBe('network');
  expect(ruleFor({ method, isNavigation: true })).toBe('network');
});

test('SHELL-3 other origins are none of our business', () => {
  expect(ruleFor({ isOurOrigin: false })).toBe('network');
  expect(ruleFor({ isOurOrigin: false, isNavigation: true })).toBe('network');
});
