import { expect, test } from 'vitest';
import { PUSH_FACTS_MAX } from '../protocol/limits.ts';
import { headerOf, startJournal } from '../testing/till-journal.ts';
import { decodePush, encodePush } from './push-body.ts';
import { receiptCode } from './receipt-code.ts';

const header = headerOf('t', 'inc-1', 1, 'a'.repeat(64), 3);

test('JOUR-9 facts travel as their stored bytes', async () => {
  const journal = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
  await journal.add({ kind: 'signedIn', body: { staff: 'line\nend "and" € quotes' } });
  await journal.add({ kind: 'signedIn', body: { staff: 'x' } });
  const facts = journal.facts.map((fact) => fact.bytes);
  const text = new TextDecoder().decode(encodePush(header, facts));
  expect(decodePush(text)).toEqual({ is: 'push', header, facts });
});

test('JOUR-9 a probe is a header and no facts', () => {
  const text = new TextDecoder().decode(encodePush(header, []));
  expect(decodePush(text)).toEqual({ is: 'push', header, facts: [] });
  expect(decodePush(`${text}\n`)).toEqual({ is: 'push', header, facts: [] });
});

test('JOUR-9 whatever a line says, it is left for the ledger to judge; a header must be one', () => {
  const line = JSON.stringify(header);
  expect(decodePush(`${line}\nnonsense`)).toMatchObject({ is: 'push', facts: ['nonsense'] });
  expect(decodePush(`nonsense\n${line}`)).toEqual({ is: 'unreadable', why: 'header' });
  expect(decodePush('')).toEqual({ is: 'unreadable', why: 'header' });
  const tooMany = Array.from({ length: PUSH_FACTS_MAX + 1 }, () => '{}').join('\n');
  expect(decodePush(`${line}\n${tooMany}`)).toEqual({ is: 'unreadable', why: 'too-many-facts' });
});

test('JOUR-8 the code under a receipt is the beginning of its hash, in letters that are not mistaken', () => {
  expect(receiptCode('0'.repeat(64))).toBe('0000-00');
  expect(receiptCode('f'.repeat(64))).toBe('ZZZZ-ZZ');
  // 0x12345678 = 00010 01000 11010 00101 01100 11110 00
  expect(receiptCode(`12345678${'0'.repeat(56)}`)).toBe('28T5-CY');
});
