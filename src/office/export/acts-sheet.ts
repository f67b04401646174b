/** Who changed what, to take along: a row an act, with what it was and what it became. */
import type { ActRow } from '../../protocol/act-messages.ts';
import { toldAct, type ToldChange } from '../acts/told-act.ts';
import { makeShopFormat, type OfficeShop } from '../shop-format.ts';
import { momentText, sheetOf, type ExportColumn, type ExportSheet } from './sheet-of-rows.ts';

export function actsSheet(rows: readonly ActRow[], shop: OfficeShop): ExportSheet {
  const terms = { shop, format: makeShopFormat(shop) };
  const columns: ExportColumn<ActRow>[] = [
    { name: 'at', cell: ({ at }) => momentText(at, shop.timeZone) },
    { name: 'person', cell: ({ person }) => person },
    { name: 'act', cell: ({ act }) => act },
    { name: 'about', cell: (row) => toldAct(row, terms).about },
    { name: 'till', cell: ({ till }) => till },
    { name: 'why', cell: ({ detail }) => detail['why'] ?? null },
    { name: 'before', cell: (row) => sideOf(toldAct(row, terms).changes, 'from') },
    { name: 'after', cell: (row) => sideOf(toldAct(row, terms).changes, 'to') },
  ];
  return sheetOf('evertill-who-changed-what', columns, rows);
}

function sideOf(changes: readonly ToldChange[], side: 'from' | 'to'): string | null {
  const told = changes.filter((change) => change[side] !== null);
  return told.length === 0 ? null : told.map((change) => `${change.field}: ${change[side] ?? ''}`).join('; ');
}
