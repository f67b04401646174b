/** Refusals as application/problem+json (RFC 9457) with a code that both sides know. */
import * as z from 'zod/mini';

export const PROBLEM_CODES = [
  'use-nonce',
  'till-unknown',
  'protocol-unknown',
  'proof-invalid',
  'batch-invalid',
  'batch-too-large',
  'till-busy',
  'overloaded',
  'code-invalid',
  'too-many-tries',
  'sign-in-wrong',
  'sign-in-needed',
  'not-permitted',
  'not-found',
  'input-invalid',
  'people-plane-down',
  'already-done',
  'changed-meanwhile',
] as const;

export const problemSchema = z.object({
  type: z.literal('about:blank'),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  /** A sentence for the log; screens have their own words per code. */
  title: z.string().check(z.maxLength(500)),
});
export type Problem = z.infer<typeof problemSchema>;
export type ProblemCode = Problem['code'];
