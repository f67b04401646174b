import { expect, test } from 'vitest';
import {
  afterActivation,
  afterProof,
  afterStart,
  keptFiles,
  shownInstead,
  STARTS_MAX,
  type Build,
  type Builds,
} from './build-trial.ts';

const buildOf = (name: string): Build => ({ name, files: { '/index.html': `/index.html?${name}` } });
const [A, B, C] = [buildOf('a'), buildOf('b'), buildOf('c')];
const started = (builds: Builds, times: number): Builds =>
  Array.from({ length: times }).reduce<Builds>((now) => afterStart(now), builds);
const first = afterProof(afterStart(afterActivation(null, A)), 'a');
const second = afterActivation(first, B);

test('SHELL-20 P8 a new build is shown as soon as it is active, and what it replaces stays', () => {
  expect(shownInstead(started(second, 1))).toBeNull();
  expect([...keptFiles(second)]).toEqual(['/index.html?b', '/index.html?a']);
});

test('SHELL-20 P8 two starts that came to nothing bring the build before back, for good', () => {
  expect(shownInstead(started(second, STARTS_MAX))).toBeNull();
  const failed = started(second, STARTS_MAX + 1);
  expect(shownInstead(failed)).toEqual(A);
  expect(shownInstead(started(failed, 5))).toEqual(A);
  expect(shownInstead(afterActivation(failed, B))).toEqual(A);
});

test('SHELL-20 a build whose page came up is never taken back, however often it is started', () => {
  const proven = afterProof(started(second, STARTS_MAX), 'b');
  expect(shownInstead(started(proven, 100))).toBeNull();
});

test('SHELL-20 only a page of the very build proves it, and a failed one is not proved later', () => {
  expect(shownInstead(started(afterProof(second, 'a'), STARTS_MAX + 1))).toEqual(A);
  const failed = started(second, STARTS_MAX + 1);
  expect(shownInstead(afterProof(failed, 'b'))).toEqual(A);
});

test('SHELL-21 the build after a failed one is on trial itself, with the last that came up as its way back', () => {
  const third = afterActivation(started(second, STARTS_MAX + 1), C);
  expect(shownInstead(started(third, 1))).toBeNull();
  expect(shownInstead(started(third, STARTS_MAX + 1))).toEqual(A);
  expect([...keptFiles(third)]).toEqual(['/index.html?c', '/index.html?a']);
});

test("SHELL-21 a device's first build has no way back, and is shown at every start", () => {
  expect(shownInstead(started(afterActivation(null, A), STARTS_MAX + 3))).toBeNull();
});
