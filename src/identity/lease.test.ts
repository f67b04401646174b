import { expect, test } from 'vitest';
import { leaseAt } from './lease.ts';
import { mayAlone } from './permissions.ts';

const HOUR_MS = 60 * 60_000;
const heard = 1_750_000_000_000;
const after = (hours: number) => leaseAt(heard, 7, heard + hours * HOUR_MS);

test('IDEN-25 the lease runs from the last sealed answer, says so in its last day, and then is over', () => {
  const until = heard + 7 * 24 * HOUR_MS;
  expect(after(0)).toEqual({ is: 'running', until });
  expect(after(6 * 24 - 1)).toEqual({ is: 'running', until });
  expect(after(6 * 24)).toEqual({ is: 'endsSoon', until });
  expect(after(7 * 24)).toEqual({ is: 'over' });
});

test('IDEN-26 F30 when the lease is over a clerk asks an approver for refunds and price changes', () => {
  const monthOffline = after(30 * 24);
  expect(mayAlone('clerk', 'refund', monthOffline)).toBe(false);
  expect(mayAlone('clerk', 'changePrice', monthOffline)).toBe(false);
  expect(mayAlone('supervisor', 'refund', monthOffline)).toBe(true);
  expect(mayAlone('clerk', 'refund', after(6 * 24))).toBe(true);
});

test('F35 a clock behind the last answer ends no lease', () => {
  expect(after(-24 * 365).is).toBe('running');
});
