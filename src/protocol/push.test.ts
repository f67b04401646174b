import { expect, test } from 'vitest';
import type { TillReadiness } from '../domain/readiness.ts';
import { readinessSchema } from './push.ts';

const BASE = { persistent: true, installed: true, rosterVersion: 3, catalogueVersion: 12 };
const DETAILS: TillReadiness = {
  installed: true,
  persistent: true,
  room: { used: 1, quota: 2 },
  leaseUntil: 1_750_000_000_000,
  people: { all: 6, able: 5 },
  catalogue: { version: 12, currentAt: null },
  clock: { offsetMs: -900, isInDoubt: false },
  journal: 'sound',
  copies: 'equal',
  isKeyUsable: true,
  update: 'none',
  scannedAt: null,
  wakeLock: 'held',
};

test('READY-4 P10 what a till tells of its readiness arrives whole', () => {
  expect(readinessSchema.parse({ ...BASE, details: DETAILS }).details).toEqual(DETAILS);
});

test.each([
  ['is of an older till', undefined],
  ['says what only a newer server knows', { ...DETAILS, wakeLock: 'dimmed' }],
  ['is no such thing', 'yes'],
])('READY-4 a report is taken although its readiness %s', (_, details) => {
  expect(readinessSchema.parse({ ...BASE, details })).toEqual({ ...BASE, details: undefined });
});
