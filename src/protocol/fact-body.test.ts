import { expect, test } from 'vitest';
import { factBodySchema } from './fact-body.ts';

test('SHIFT-9 an approval’s fact is readable however many lines the text of its act has', () => {
  const act = Array.from({ length: 500 }, (_, line) => `line ${line} product-${line} 1000 250`).join('; ');
  const body = { approver: 's-bo', act, digest: '0'.repeat(64) };
  expect(factBodySchema.safeParse({ kind: 'approvalGiven', body }).success).toBe(true);
});
