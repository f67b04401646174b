import { expect, test } from 'vitest';
import { lockfileProblems } from './lockfile-problems.ts';

const lock = (packages: Record<string, unknown>) => ({ lockfileVersion: 3, packages });

test('a lock that names every dependency and no address has no problem', () => {
  const packages = {
    '': { dependencies: { a: '1' } },
    'node_modules/a': { dependencies: { '@b/c': '1' } },
    'node_modules/a/node_modules/@b/c': {},
  };
  expect(lockfileProblems(lock(packages))).toEqual([]);
});

test('a download address is named', () => {
  const packages = { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } };
  expect(lockfileProblems(lock(packages))).toEqual([
    'node_modules/a: has a download address, which ties the lock to one registry.',
  ]);
});

test('a package of another platform that was left out is named', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { '@a/win32': '1' } } };
  expect(lockfileProblems(lock(packages))).toEqual([
    'node_modules/a: wants @a/win32, which is not locked: "npm ci" will refuse.',
  ]);
});
