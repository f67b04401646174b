/**
 * Applies a pulled catalogue page together with its cursor in one transaction, so a crash repeats a page and never
 * skips one (F37). A snapshot is written beside the one in use and takes its place when it is whole.
 */
import { PULL_OVERLAY_MAX } from '../protocol/limits.ts';
import type { CataloguePage } from '../protocol/pull.ts';
import type { CatalogueHead, IncomingSnapshot } from './catalogue-db.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';

/** `outOfTurn`: not the page that comes next; ask again from the cursor. */
export type PageApplied = 'complete' | 'more' | 'outOfTurn';

export function applyCataloguePage(db: LocalDb, page: CataloguePage): Promise<PageApplied> {
  return db.catalogue.transaction('rw', db.catalogue.tables, () =>
    page.is === 'snapshot' ? applySnapshotPage(db, page) : applyChanges(db, page),
  );
}

/** The cursor of the next pull; empty asks for a snapshot. */
export function readCatalogueCursor(db: LocalDb): Promise<string> {
  const { heads, incoming } = db.catalogue;
  return db.catalogue.transaction('r', [heads, incoming], async () => {
    const snapshot = await incoming.get(ONLY);
    return snapshot?.value.cursor ?? (await heads.get(ONLY))?.value.cursor ?? '';
  });
}

/** The next pull takes a fresh snapshot; what is held serves until that is whole. */
export function forgetCatalogueCursor(db: LocalDb): Promise<void> {
  const { heads, incoming } = db.catalogue;
  return db.catalogue.transaction('rw', [heads, incoming], () => dropCursor(db));
}

async function dropCursor(db: LocalDb): Promise<void> {
  const { heads, incoming } = db.catalogue;
  await incoming.delete(ONLY);
  const head = await heads.get(ONLY);
  if (head) await heads.put({ key: ONLY, value: { ...head.value, cursor: '' } });
}

async function applySnapshotPage(db: LocalDb, page: CataloguePage): Promise<PageApplied> {
  const { heads, pages, incoming } = db.catalogue;
  const held = (await heads.get(ONLY))?.value;
  const turn = await turnOf(db, page, (held?.generation ?? 0) + 1);
  if (turn === null) {
    await dropCursor(db);
    return 'outOfTurn';
  }
  await pages.put({ generation: turn.generation, page: page.page, products: page.products });
  if (!page.done) {
    await incoming.put({ key: ONLY, value: { ...turn, nextPage: page.page + 1, cursor: page.cursor } });
    return 'more';
  }
  await replaceHead(db, headOf(page, turn.generation, 0));
  return 'complete';
}

/** Page 0 begins a snapshot anew; any other must follow the one before, of the same epoch and version. */
async function turnOf(
  db: LocalDb,
  page: CataloguePage,
  generation: number,
): Promise<IncomingSnapshot | null> {
  const { epoch, version } = page;
  if (page.page === 0) {
    await db.catalogue.pages.where('[generation+page]').aboveOrEqual([generation, 0]).delete();
    return { generation, epoch, version, nextPage: 0, cursor: '' };
  }
  const snapshot = (await db.catalogue.incoming.get(ONLY))?.value;
  const follows =
    snapshot?.nextPage === page.page && snapshot.epoch === epoch && snapshot.version === version;
  return follows ? snapshot : null;
}

async function replaceHead(db: LocalDb, head: CatalogueHead): Promise<void> {
  const { heads, pages, overlays, incoming } = db.catalogue;
  await pages.where('[generation+page]').below([head.generation, 0]).delete();
  await overlays.clear();
  await incoming.delete(ONLY);
  await heads.put({ key: ONLY, value: head });
}

async function applyChanges(db: LocalDb, page: CataloguePage): Promise<PageApplied> {
  const { heads, overlays } = db.catalogue;
  const held = (await heads.get(ONLY))?.value;
  if (held?.epoch !== page.epoch || page.version < held.version) {
    await dropCursor(db);
    return 'outOfTurn';
  }
  await overlays.bulkPut(page.products.map((product) => ({ id: product.id, product })));
  await overlays.bulkPut(page.removed.map((id) => ({ id, product: null })));
  const head = headOf(page, held.generation, await overlays.count());
  // Past the limit a fresh snapshot is due: that is how overlays are folded into base pages.
  const cursor = head.overlays > PULL_OVERLAY_MAX ? '' : head.cursor;
  await heads.put({ key: ONLY, value: { ...head, cursor } });
  return page.done ? 'complete' : 'more';
}

function headOf(page: CataloguePage, generation: number, overlays: number): CatalogueHead {
  const { epoch, version, cursor, categories, favourites } = page;
  return { generation, epoch, version, cursor, categories, favourites, overlays };
}
