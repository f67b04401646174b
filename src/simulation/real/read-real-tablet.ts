/** What a tablet holds, looked at from outside its process, as with its disk in another machine. */
import type { FactRow } from '../../journal/branch.ts';
import { readCopy } from '../../journal/read-copy.ts';
import { readCatalogueHead } from '../../local-db/catalogue.ts';
import { readContact } from '../../local-db/last-contact.ts';
import { closeLocalDb, type LocalDb } from '../../local-db/open-local-db.ts';
import { readBranches } from '../../local-db/watermark.ts';
import type { JudgedTablet } from '../judge.ts';
import { newLife } from '../life.ts';
import { openDatabases, type RealTablet } from './real-tablet.ts';

export function readRealTablet(tablet: RealTablet): Promise<JudgedTablet> {
  return lookAt(tablet, async (db) => {
    const facts = new Map<string, FactRow[]>();
    for (const row of await db.journal.facts.toArray())
      facts.set(row.inc, [...(facts.get(row.inc) ?? []), row]);
    const branches = new Map((await readBranches(db)).map((branch) => [branch.inc, branch]));
    const catalogue = { products: await productNames(db) };
    const { name, link } = tablet;
    return { name, link, disk: { tables: { facts, branches, singles: { catalogue } } } };
  });
}

/** By id: of the base pages, with the overlays laid over them. */
async function productNames(db: LocalDb): Promise<Map<string, string>> {
  const head = await readCatalogueHead(db);
  const pages = await db.catalogue.pages.toArray();
  const base = pages.filter(({ generation }) => generation === head?.generation);
  const names = new Map(base.flatMap(({ products }) => products.map(({ id, name }) => [id, name])));
  for (const { id, product } of await db.catalogue.overlays.toArray()) {
    if (product === null) names.delete(id);
    else names.set(id, product.name);
  }
  return names;
}

/** Whether nothing waits and what it holds is that version. */
export async function hasEverything({ app, disk }: RealTablet, catalogueVersion: number): Promise<boolean> {
  if (app === null) return false;
  const { db } = app;
  const read = await unlessBusy(
    disk,
    Promise.all([readBranches(db), readCatalogueHead(db), readContact(db)]),
  );
  if (read === null) return false;
  const [branches, head, contact] = read;
  const isCurrent = head?.version === catalogueVersion && contact !== null;
  return isCurrent && branches.every((one) => one.head.no === one.acknowledged.no);
}

/**
 * The world stands still while this looks, and a commit that got on its way meanwhile is heard of in the world's time only.
 *
 * @returns null where such a commit is in the way.
 */
async function unlessBusy<Result>(
  disk: RealTablet['disk'],
  reading: Promise<Result>,
): Promise<Result | null> {
  for (;;) {
    const first = await Promise.race([reading, aTurn()]);
    if (first !== 'turn') return first;
    if (disk.isBusy()) return null;
  }
}

function aTurn(): Promise<'turn'> {
  return new Promise((resolve) => setImmediate(() => resolve('turn')));
}

/** Of all facts in either copy of its journal. */
export async function heldHashes(tablet: RealTablet): Promise<Set<string>> {
  const rows = await lookAt(tablet, (db) => db.journal.facts.toArray());
  const { runs } = await readCopy(tablet.isCopyUnreadable ? '' : tablet.copy.text());
  const copied = runs.flatMap((run) => run.facts.map(({ hash }) => hash));
  return new Set([...rows.map(({ hash }) => hash), ...copied]);
}

/** In a process of its own beside the app's. */
export async function lookAt<Result>(
  tablet: RealTablet,
  act: (db: LocalDb) => PromiseLike<Result>,
): Promise<Result> {
  const db = await openDatabases(tablet, newLife());
  try {
    return await act(db);
  } finally {
    closeLocalDb(db);
  }
}
