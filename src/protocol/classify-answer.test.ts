import { describe, expect, test } from 'vitest';
import { classifyAnswer, retryAfterMs, type AnswerClass, type Seen } from './classify-answer.ts';
import type { ProblemCode } from './problem.ts';

interface Look {
  readonly isRedirect?: boolean;
  readonly isTrusted?: boolean;
  readonly fits?: boolean;
  readonly problem?: ProblemCode;
}

function answer(status: number, look: Look = {}): Seen {
  const { isRedirect = false, isTrusted = false, fits = false, problem = null } = look;
  return { is: 'answer', status, isRedirect, isTrusted, fits, problem };
}

const portal: AnswerClass = { is: 'outage', why: 'portal' };
const badDeploy: AnswerClass = { is: 'outage', why: 'badDeploy' };
const server: AnswerClass = { is: 'outage', why: 'server' };

/** Row by row the table of the design; the last column says whether facts were being sent, where that matters. */
const table: [string, Seen, AnswerClass, boolean?][] = [
  ['expected status, schema and seal', answer(200, { isTrusted: true, fits: true }), { is: 'ok' }],
  [
    '401 with our proof and a known code',
    answer(401, { isTrusted: true, problem: 'till-unknown' }),
    { is: 'denied', code: 'till-unknown' },
  ],
  [
    '403 with our proof and a known code',
    answer(403, { isTrusted: true, problem: 'not-permitted' }),
    { is: 'denied', code: 'not-permitted' },
  ],
  [
    '401 asking for a fresh nonce',
    answer(401, { isTrusted: true, problem: 'use-nonce' }),
    { is: 'freshNonce' },
  ],
  ['an empty 401', answer(401), portal],
  ['401 with a code but no proof', answer(401, { problem: 'till-unknown' }), portal],
  ['an unproved 401 asking for a nonce', answer(401, { problem: 'use-nonce' }), portal],
  ['403 with proof but no known code', answer(403, { isTrusted: true }), portal],
  ['407', answer(407), portal],
  ['511', answer(511), portal],
  ['a redirect to a login page', answer(302, { isRedirect: true }), portal],
  [
    '200 from elsewhere after a redirect',
    answer(200, { isRedirect: true, isTrusted: true, fits: true }),
    portal,
  ],
  ['HTML with 200', answer(200), portal],
  ['204', answer(204, { isTrusted: true }), portal],
  ['a sealed body that is not what we asked for', answer(200, { isTrusted: true }), portal],
  ['the right body without a seal', answer(200, { fits: true }), portal],
  ['404', answer(404), badDeploy],
  ['405', answer(405), badDeploy],
  ['410', answer(410), badDeploy],
  ['501', answer(501), badDeploy],
  ['404 even when sealed', answer(404, { isTrusted: true, problem: 'not-found' }), badDeploy],
  ['408', answer(408), { is: 'repeat' }],
  ['425', answer(425), { is: 'repeat' }],
  ['429', answer(429), { is: 'wait' }],
  ['500', answer(500), server],
  ['502', answer(502), server],
  ['503, sealed too', answer(503, { isTrusted: true, problem: 'overloaded' }), server],
  ['no network', { is: 'failed', why: 'network' }, { is: 'outage', why: 'network' }],
  ['a deadline', { is: 'failed', why: 'deadline' }, { is: 'outage', why: 'deadline' }],
  ['400 when pushing', answer(400), { is: 'halve' }, true],
  ['413 when pushing', answer(413), { is: 'halve' }, true],
  [
    '422 when pushing, sealed too',
    answer(422, { isTrusted: true, problem: 'batch-invalid' }),
    { is: 'halve' },
    true,
  ],
  ['400 when not pushing', answer(400), badDeploy],
];

describe('SYNC-1 a denial needs proof, everything else is an outage', () => {
  test.each(table)('SYNC-1 %s', (_name, seen, expected, isPush = false) => {
    expect(classifyAnswer(seen, isPush)).toEqual(expected);
  });

  test('SYNC-1 F18 nothing without proof is ever a denial, whatever its status and body', () => {
    const codes: ProblemCode[] = ['till-unknown', 'sign-in-wrong', 'not-permitted', 'use-nonce'];
    for (let status = 100; status < 600; status += 1) {
      for (const problem of codes) {
        const { is } = classifyAnswer(answer(status, { problem, fits: true }), status % 2 === 0);
        expect(['outage', 'wait', 'halve', 'repeat']).toContain(is);
      }
    }
  });
});

describe('SYNC-2 Retry-After is a floor of at most five minutes', () => {
  test.each([
    ['86400', 300_000],
    ['7', 7_000],
    ['0', 0],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['-5', 0],
    ['', 0],
    [null, 0],
  ])('SYNC-2 F19 %s', (header, expected) => {
    expect(retryAfterMs(header)).toBe(expected);
  });
});
