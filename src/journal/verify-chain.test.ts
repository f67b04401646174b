import { describe, expect, test } from 'vitest';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import { startJournal, type TillJournal } from '../testing/till-journal.ts';
import { makeTillKey, sign } from './keys.ts';
import { verifyChain, verifySignedChain, type KeptFact } from './verify-chain.ts';

const START = { no: 0, hash: NO_FACT_HASH };
const FACTS = 6;

async function someJournal(): Promise<TillJournal> {
  const journal = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
  for (let count = 0; count < FACTS; count += 1) {
    await journal.add({ kind: 'signedIn', body: { staff: `s-${String(count)}` } });
  }
  return journal;
}

function kept(journal: TillJournal): { bytes: string; hash: string }[] {
  return journal.facts.map(({ bytes, hash }) => ({ bytes, hash }));
}

function flipByte(text: string): string {
  return text.replace('"staff":"s-', '"staff":"z-');
}

describe('JOUR-2 JOUR-3 F47 a journal that was tampered with is named at the exact number', () => {
  test('JOUR-2 an untouched journal is intact, and its head is its last fact', async () => {
    const journal = await someJournal();
    const verdict = await verifyChain(kept(journal), 'inc-1', START);
    expect(verdict).toMatchObject({ is: 'intact', head: { no: FACTS, hash: journal.facts.at(-1)?.hash } });
  });

  test('JOUR-2 a run from the middle is intact from the point before it', async () => {
    const journal = await someJournal();
    const from = { no: 2, hash: journal.facts[1]?.hash ?? '' };
    expect(await verifyChain(kept(journal).slice(2), 'inc-1', from)).toMatchObject({ is: 'intact' });
  });

  type Tamper = (facts: { bytes: string; hash: string }[]) => KeptFact[];
  const tampers: readonly (readonly [string, Tamper, number, string])[] = [
    [
      'a byte flipped',
      (facts) => facts.map((fact, i) => (i === 2 ? { ...fact, bytes: flipByte(fact.bytes) } : fact)),
      3,
      'altered',
    ],
    [
      'a byte flipped, hashes not kept',
      (facts) => facts.map(({ bytes }, i) => ({ bytes: i === 2 ? flipByte(bytes) : bytes })),
      4,
      'broken-link',
    ],
    ['a fact dropped', (facts) => facts.filter((_, i) => i !== 2), 3, 'wrong-number'],
    [
      'two facts swapped',
      ([a, b, c, ...rest]) => [a, c, b, ...rest].filter((fact) => fact !== undefined),
      2,
      'wrong-number',
    ],
    ['the beginning cut off', (facts) => facts.slice(1), 1, 'wrong-number'],
    ['something that is no fact', (facts) => [...facts.slice(0, 4), { bytes: '{}' }], 5, 'not-a-fact'],
    ['bytes that are no JSON', (facts) => [...facts.slice(0, 4), { bytes: '{' }], 5, 'not-a-fact'],
  ];
  test.each(tampers)('JOUR-3 F47 %s', async (_name, tamper, no, why) => {
    const facts = tamper(kept(await someJournal()));
    expect(await verifyChain(facts, 'inc-1', START)).toEqual({ is: 'broken', no, why });
  });

  test('JOUR-3 F47 a fact of another journal is named', async () => {
    expect(await verifyChain(kept(await someJournal()), 'inc-2', START)).toEqual({
      is: 'broken',
      no: 1,
      why: 'wrong-journal',
    });
  });

  test('JOUR-3 F47 a fact whose link was rewritten, hash and all, is named', async () => {
    const journal = await someJournal();
    const other = await startJournal({ business: 'b', shop: 's', till: 't' }, 'inc-1');
    for (const { fact } of journal.facts.slice(0, 3)) {
      await other.add({ kind: 'signedIn', body: { staff: `other-${String(fact.no)}` } });
    }
    const spliced = [...kept(journal).slice(0, 2), ...kept(other).slice(2)];
    expect(await verifyChain(spliced, 'inc-1', START)).toEqual({ is: 'broken', no: 3, why: 'broken-link' });
  });
});

describe('JOUR-4 F47 the signature over the last hash proves the run before it', () => {
  test('JOUR-4 signed by the till: intact', async () => {
    const journal = await someJournal();
    const { header } = await journal.push(1);
    const verdict = await verifySignedChain(kept(journal), 'inc-1', START, header.sig, journal.key.publicKey);
    expect(verdict.is).toBe('intact');
  });

  test.each(['stripped', 'of another key', 'over a shorter run'])(
    'JOUR-4 F47 a signature %s is named',
    async (how) => {
      const journal = await someJournal();
      const foreign = await makeTillKey();
      const shorter = await journal.push(1, FACTS - 1);
      const last = journal.facts.at(-1)?.hash ?? '';
      const signature =
        how === 'stripped'
          ? ''
          : how === 'of another key'
            ? await sign(foreign.privateKey, last)
            : shorter.header.sig;
      const verdict = await verifySignedChain(
        kept(journal),
        'inc-1',
        START,
        signature,
        journal.key.publicKey,
      );
      expect(verdict).toEqual({ is: 'broken', no: FACTS, why: 'bad-signature' });
    },
  );
});
