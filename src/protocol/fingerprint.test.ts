import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { enrolAnswerSchema, enrolRequestSchema } from './enrol.ts';
import { factBodySchema } from './fact-body.ts';
import { factSchema } from './fact.ts';
import { holeSchema } from './hole.ts';
import { claimAnswerSchema, claimRequestSchema, parkedElsewhereSchema } from './parked.ts';
import { problemSchema } from './problem.ts';
import { proofSchema } from './proof.ts';
import { pullAnswerSchema } from './pull.ts';
import { pushAnswerSchema, pushHeaderSchema } from './push.ts';
import { repinAnswerSchema, repinRequestSchema } from './repin.ts';
import { sealSubjectSchema, tillCertificateSchema } from './seal.ts';
import { signInCheckSchema } from './sign-in-check.ts';
import { PROTOCOL_VERSION } from './version.ts';

/** Everything a till in a shop and a server of another version say to each other. */
const wire = {
  claimAnswerSchema,
  claimRequestSchema,
  enrolAnswerSchema,
  enrolRequestSchema,
  factBodySchema,
  factSchema,
  holeSchema,
  parkedElsewhereSchema,
  problemSchema,
  proofSchema,
  pullAnswerSchema,
  pushAnswerSchema,
  pushHeaderSchema,
  repinAnswerSchema,
  repinRequestSchema,
  sealSubjectSchema,
  signInCheckSchema,
  tillCertificateSchema,
};

/** One line per version of the wire that was ever released; a line is added, never changed. */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'ad5c3b34e54b7da7',
  2: '8590b5999581541a',
};

test('SYNC-3 the wire does not change without a new protocol version', () => {
  const shapes = Object.entries(wire).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { unrepresentable: 'any' }),
  ]);
  const fingerprint = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
  expect(fingerprints[PROTOCOL_VERSION]).toBe(fingerprint);
});
