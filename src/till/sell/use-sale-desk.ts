/** Brings up the one basket of this till: kept from before a restart, or fresh; and keeps its prices and products current. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { readCatalogueHead } from '../../local-db/catalogue.ts';
import type { CatalogueHead } from '../../local-db/catalogue-db.ts';
import type { CatalogueWorker } from '../../local-db/catalogue-in-worker.ts';
import { notSaved } from '../../local-db/not-saved.ts';
import { readOpenSale, saveOpenSale } from '../../local-db/open-sale.ts';
import { recordLostVoids } from '../../local-db/record-voided.ts';
import type { OpenSale } from '../../domain/sale.ts';
import { withinLimit } from '../../local-db/within-limit.ts';
import type { Person, Roster } from '../till-context.ts';
import type { TillPorts } from '../till-ports.ts';
import { makeProductIndex, type ProductIndex } from './product-index.ts';
import { makeSaleDesk, type SaleDesk } from './sale-desk.ts';
import type { SellContext } from './sell-state.ts';

/** More results than fit on a screen; who has not found it by then types on. */
const RESULTS_MAX = 40;
/** A worker that does not answer finds nothing, so that Enter is never stuck. */
const SEARCH_MS = 3_000;

/** Null until the catalogue and the kept basket are read, and a shift is open. */
export function useSaleDesk(
  { db, products, actingAs }: Pick<TillPorts, 'db' | 'products' | 'actingAs'>,
  roster: Roster | null,
  shift: OpenShift | null,
  clerk: Person | null,
): SaleDesk | null {
  const index = useProductIndex(db, products);
  const atWork = useAtWork(clerk);
  const context = useSellContext(index, roster, shift);
  const [desk, setDesk] = useState<SaleDesk | null>(null);
  // The kept basket is read once; afterwards the desk is the truth and the database follows it.
  useEffect(() => {
    if (desk !== null || context === null) return undefined;
    let isWanted = true;
    void recordLostVoids(db, context.terms, actingAs).catch(notSaved);
    void readOpenSale(db).then((kept) => {
      if (!isWanted) return;
      const sale = kept ?? startSale(uuidv7());
      const save = (changed: OpenSale) => saveOpenSale(db, changed, atWork.current);
      setDesk(makeSaleDesk(sale, context, { save, search: (text) => searchPatiently(products, text) }));
    });
    return () => {
      isWanted = false;
    };
  }, [db, products, actingAs, desk, context, atWork]);
  useEffect(() => {
    if (context !== null) desk?.changeContext(context);
  }, [desk, context]);
  // Another window may take over at any moment: what is in the basket goes with the sale.
  useEffect(() => () => void desk?.saveNow(), [desk]);
  return desk;
}

/** Who signed in last: a basket is saved after the paint, and the till may be locked by then. */
function useAtWork(clerk: Person | null): RefObject<string | null> {
  const atWork = useRef<string | null>(null);
  useEffect(() => {
    if (clerk !== null) atWork.current = clerk.id;
  }, [clerk]);
  return atWork;
}

/** Only the head record is watched; the products are read again when its version moves. */
function useProductIndex(db: TillPorts['db'], products: CatalogueWorker): ProductIndex | null {
  const [index, setIndex] = useState<ProductIndex | null>(null);
  const head = useLiveQuery(() => readCatalogueHead(db), [db]) ?? null;
  const edition = head === null ? null : editionOf(head);
  useEffect(() => {
    if (edition === null) return undefined;
    let isWanted = true;
    const take = async (): Promise<string | null> => {
      const catalogue = await products.load();
      if (isWanted && catalogue !== null) setIndex(makeProductIndex(catalogue));
      return catalogue === null ? null : editionOf(catalogue.head);
    };
    // What was read ahead of the head may be older than that.
    void take().then((taken) => (taken === edition ? null : take()));
    return () => {
      isWanted = false;
    };
  }, [products, edition]);
  return index;
}

function editionOf({ epoch, version, generation }: CatalogueHead): string {
  return `${epoch}:${version}:${generation}`;
}

function useSellContext(
  index: ProductIndex | null,
  roster: Roster | null,
  shift: OpenShift | null,
): SellContext | null {
  const policy = roster?.policy ?? null;
  const day = shift?.day ?? null;
  return useMemo(() => {
    if (index === null || policy === null || day === null) return null;
    return { index, terms: { policy, day, catalogueVersion: index.version } };
  }, [index, policy, day]);
}

async function searchPatiently(products: CatalogueWorker, text: string) {
  const answer = await withinLimit(products.search(text, RESULTS_MAX), SEARCH_MS);
  return answer === 'overLimit' ? { ids: [], found: 0 } : answer;
}
