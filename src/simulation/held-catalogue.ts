/** The catalogue a simulated tablet holds: names by product, and where the next pull goes on. */
import type { PageApplied } from '../local-db/apply-catalogue-page.ts';
import type { CataloguePage } from '../protocol/pull.ts';

interface Incoming {
  readonly epoch: string;
  readonly version: number;
  readonly nextPage: number;
  readonly cursor: string;
  readonly products: ReadonlyMap<string, string>;
}

export interface HeldCatalogue {
  readonly head: { readonly epoch: string; readonly version: number; readonly cursor: string } | null;
  /** Product id to name. */
  readonly products: ReadonlyMap<string, string>;
  readonly incoming: Incoming | null;
}

export const NO_CATALOGUE: HeldCatalogue = { head: null, products: new Map(), incoming: null };

export function cursorOf({ head, incoming }: HeldCatalogue): string {
  return incoming?.cursor ?? head?.cursor ?? '';
}

export function withoutCursor(held: HeldCatalogue): HeldCatalogue {
  return { ...held, head: held.head === null ? null : { ...held.head, cursor: '' }, incoming: null };
}

export interface AppliedCatalogue {
  readonly held: HeldCatalogue;
  readonly is: PageApplied;
}

export function withPage(held: HeldCatalogue, page: CataloguePage): AppliedCatalogue {
  return page.is === 'snapshot' ? withSnapshotPage(held, page) : withChanges(held, page);
}

function withSnapshotPage(held: HeldCatalogue, page: CataloguePage): AppliedCatalogue {
  const { epoch, version, cursor } = page;
  const before = page.page === 0 ? null : held.incoming;
  const follows = before?.nextPage === page.page && before.epoch === epoch && before.version === version;
  if (page.page !== 0 && !follows) return { held: withoutCursor(held), is: 'outOfTurn' };
  const products = new Map([...(before?.products ?? []), ...page.products.map(named)]);
  if (page.done)
    return { held: { head: { epoch, version, cursor }, products, incoming: null }, is: 'complete' };
  const incoming = { epoch, version, nextPage: page.page + 1, cursor, products };
  return { held: { ...held, incoming }, is: 'more' };
}

function withChanges(held: HeldCatalogue, page: CataloguePage): AppliedCatalogue {
  const { epoch, version, cursor } = page;
  if (held.head?.epoch !== epoch || version < held.head.version)
    return { held: withoutCursor(held), is: 'outOfTurn' };
  const products = new Map([...held.products, ...page.products.map(named)]);
  for (const id of page.removed) products.delete(id);
  return {
    held: { head: { epoch, version, cursor }, products, incoming: held.incoming },
    is: page.done ? 'complete' : 'more',
  };
}

function named({ id, name }: { readonly id: string; readonly name: string }): [string, string] {
  return [id, name];
}
