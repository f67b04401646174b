/** Brings up the one basket of this till: kept from before a restart, or fresh; and keeps its prices and products current. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import type { OpenShift } from '../../domain/shift.ts';
import { loadCatalogue, readCatalogueHead } from '../../local-db/catalogue.ts';
import type { LocalDb } from '../../local-db/open-local-db.ts';
import { readOpenSale, saveOpenSale } from '../../local-db/open-sale.ts';
import type { Roster } from '../till-context.ts';
import { makeProductIndex, type ProductIndex } from './product-index.ts';
import { makeSaleDesk, type SaleDesk } from './sale-desk.ts';
import type { SellContext } from './sell-state.ts';

/** Null until the catalogue and the kept basket are read, and a shift is open. */
export function useSaleDesk(db: LocalDb, roster: Roster | null, shift: OpenShift | null): SaleDesk | null {
  const index = useProductIndex(db);
  const context = useSellContext(index, roster, shift);
  const [desk, setDesk] = useState<SaleDesk | null>(null);
  // The kept basket is read once; afterwards the desk is the truth and the database follows it.
  useEffect(() => {
    if (desk !== null || context === null) return undefined;
    let isWanted = true;
    void readOpenSale(db).then((kept) => {
      if (!isWanted) return;
      const sale = kept ?? startSale(uuidv7());
      setDesk(makeSaleDesk(sale, context, (changed) => saveOpenSale(db, changed)));
    });
    return () => {
      isWanted = false;
    };
  }, [db, desk, context]);
  useEffect(() => {
    if (context !== null) desk?.changeContext(context);
  }, [desk, context]);
  // Another window may take over at any moment: what is in the basket goes with the sale.
  useEffect(() => () => desk?.saveNow(), [desk]);
  return desk;
}

/** Only the head record is watched; the products are read again when its version moves. */
function useProductIndex(db: LocalDb): ProductIndex | null {
  const [index, setIndex] = useState<ProductIndex | null>(null);
  const head = useLiveQuery(() => readCatalogueHead(db), [db]) ?? null;
  const edition = head === null ? null : `${head.epoch}:${head.version}:${head.generation}`;
  useEffect(() => {
    if (edition === null) return undefined;
    let isWanted = true;
    void loadCatalogue(db).then((catalogue) => {
      if (isWanted) setIndex(makeProductIndex(catalogue));
    });
    return () => {
      isWanted = false;
    };
  }, [db, edition]);
  return index;
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
