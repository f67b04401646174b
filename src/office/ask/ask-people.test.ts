import { describe, expect, test } from 'vitest';
import { troubleIn } from './ask-people.ts';

const ours = {
  is: 'answer',
  status: 200,
  isRedirect: false,
  isTrusted: true,
  fits: true,
  problem: null,
} as const;

test('OFFICE-6 an answer is believed only when it echoes our nonce and is of the schema asked for', () => {
  expect(troubleIn(ours)).toBeNull();
  expect(troubleIn({ ...ours, isTrusted: false })).toEqual({ is: 'outage' });
  expect(troubleIn({ ...ours, fits: false })).toEqual({ is: 'outage' });
});

describe('P9 an outage is never taken for a no', () => {
  test.each([401, 403, 404, 409, 429])('%i of our own server is a no', (status) => {
    const no = { ...ours, status, fits: false, problem: 'sign-in-needed' } as const;
    expect(troubleIn(no)).toEqual({ is: 'denied', code: 'sign-in-needed' });
    expect(troubleIn({ ...no, isTrusted: false })).toEqual({ is: 'outage' });
    expect(troubleIn({ ...no, problem: null })).toEqual({ is: 'outage' });
    expect(troubleIn({ ...no, isRedirect: true })).toEqual({ is: 'outage' });
  });

  test.each([500, 502, 503])('%i is an outage, whatever it says', (status) => {
    expect(troubleIn({ ...ours, status, problem: 'sign-in-wrong' })).toEqual({ is: 'outage' });
  });
});
