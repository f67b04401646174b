/** Exported journals on paper: real facts, real keys, real certificates, as the lines of a file. */
import { exportPublicKey, makePortableKey } from '../journal/keys.ts';
import { signOnlineKeyCertificate, signTillCertificate } from '../journal/certificates.ts';
import { writeJournalExport, type UnsignedRun } from '../journal/write-journal-export.ts';
import type { TillCertificate } from '../protocol/seal.ts';
import { NO_FACT_HASH } from '../protocol/fact.ts';
import type { TillJournal } from './till-journal.ts';

export interface TestRoot {
  /** SPKI base64url. */
  readonly root: string;
  readonly certify: (journal: TillJournal) => Promise<TillCertificate>;
}

const ISSUED = Date.UTC(2025, 0, 1);

export async function makeTestRoot(): Promise<TestRoot> {
  const [rootKey, onlineKey] = await Promise.all([makePortableKey(), makePortableKey()]);
  const online = {
    kind: 'onlineKey',
    key: await exportPublicKey(onlineKey.publicKey),
    from: ISSUED,
  } as const;
  const by = await signOnlineKeyCertificate(online, rootKey.privateKey);
  return {
    root: await exportPublicKey(rootKey.publicKey),
    certify: ({ identity, publicKey }) => {
      const certificate = {
        kind: 'till',
        ...identity,
        series: 'A1',
        key: publicKey,
        issued: ISSUED,
      } as const;
      return signTillCertificate(certificate, onlineKey.privateKey, by);
    },
  };
}

/** @param journals incarnations of one till, which share its key. @returns the file's lines. */
export async function journalFile(
  journals: readonly TillJournal[],
  certificate: TillCertificate,
  root: string,
): Promise<string[]> {
  const [first] = journals;
  if (first === undefined) throw new Error('a file is of at least one journal');
  const origin = {
    ...first.identity,
    tillName: 'Till 1',
    certificate,
    root,
    madeAt: ISSUED,
    app: '0.1.0',
  };
  const runs = journals.map((journal, index) =>
    runOf(journal, index === 0 ? 'A1' : `A1${'abcd'.charAt(index)}`),
  );
  const pieces: string[] = [];
  const facts = (run: UnsignedRun) => portions(journals[runs.indexOf(run)]);
  for await (const piece of writeJournalExport(origin, { runs, facts }, first.key.privateKey))
    pieces.push(piece);
  return pieces.join('').split('\n').slice(0, -1);
}

function runOf({ inc, facts }: TillJournal, series: string): UnsignedRun {
  const last = facts.at(-1);
  if (last === undefined) throw new Error('a run has a fact');
  return { inc, series, from: 1, prevHash: NO_FACT_HASH, head: { no: facts.length, hash: last.hash } };
}

async function* portions(
  journal: TillJournal | undefined,
): AsyncGenerator<readonly { bytes: string; hash: string }[]> {
  const facts = journal?.facts ?? [];
  for (let start = 0; start < facts.length; start += 37)
    yield await Promise.resolve(facts.slice(start, start + 37));
}
