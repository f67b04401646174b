/** Reads a backup back from the disk: every file by its hash and count, every fact by its own hash and its link. */
import * as z from 'zod/mini';
import type { BackupManifest, BackupTable } from './backup-manifest.ts';
import { makeChainCheck, type HoleEnd, type ProvedChain } from './check-chains.ts';
import { readRows } from './read-rows.ts';

export interface VerifiedBackup {
  readonly rows: number;
  readonly facts: number;
  readonly chains: readonly ProvedChain[];
  /** Empty when it proves itself. */
  readonly problems: readonly string[];
}

const factLineSchema = z.object({
  till: z.string(),
  inc: z.string(),
  no: z.int(),
  hash: z.string(),
  business: z.string(),
  prev: z.nullable(z.string()),
  bytes: z.string(),
  marks: z.array(z.string()),
});

const holeLineSchema = z.object({
  till: z.string(),
  inc: z.string(),
  to_no: z.int(),
  after_hash: z.string(),
});

export async function verifyBackup(folder: string, { tables }: BackupManifest): Promise<VerifiedBackup> {
  const unreadable: string[] = [];
  const check = makeChainCheck(await readHoles(folder, tables, unreadable));
  let facts = 0;
  let rows = 0;
  for (const table of tables) {
    await readAll(folder, table, unreadable, (line) => {
      rows += 1;
      if (table.table !== 'fact') return;
      facts += 1;
      check.see(z.parse(factLineSchema, JSON.parse(line)));
    });
  }
  return { rows, facts, chains: check.chains(), problems: [...unreadable, ...check.problems()] };
}

async function readHoles(
  folder: string,
  tables: readonly BackupTable[],
  unreadable: string[],
): Promise<HoleEnd[]> {
  const ends: HoleEnd[] = [];
  const table = tables.find((one) => one.table === 'hole');
  if (table === undefined) return ends;
  await readAll(folder, table, unreadable, (line) => {
    const { till, inc, to_no: no, after_hash: hash } = z.parse(holeLineSchema, JSON.parse(line));
    ends.push({ till, inc, no, hash });
  });
  return ends;
}

/** Whatever keeps a file from being read is what the verification is for. */
async function readAll(
  folder: string,
  table: BackupTable,
  unreadable: string[],
  see: (line: string) => void,
): Promise<void> {
  try {
    for await (const line of readRows(folder, table)) see(line);
  } catch (error) {
    unreadable.push(`${table.file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
