/** What each screen of the office gives to take along. Column names are stable, whatever the screen is called. */
import type { OutageWindow, SaleRow } from '../../protocol/people-messages.ts';
import type { Report, ReportRow } from '../../protocol/report-messages.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { rowName } from '../reports/row-name.ts';
import { makeShopFormat, type OfficeShop } from '../shop-format.ts';
import {
  decimalOf,
  momentText,
  sheetOf,
  type ExportCell,
  type ExportColumn,
  type ExportSheet,
} from './sheet-of-rows.ts';

type Columns<Row> = readonly ExportColumn<Row>[];

export function reportSheet(report: Report, shop: OfficeShop): ExportSheet {
  const { by, from, to, rows } = report;
  const format = makeShopFormat(shop);
  const { money, currency } = moneyOf(shop);
  const figures = ['net', 'tax', 'gross'] as const;
  const columns: Columns<ReportRow> = [
    { name: by, cell: ({ key }) => key },
    { name: 'name', cell: (row) => rowName(by, row, format) },
    ...(by === 'product' ? [{ name: 'sku', cell: ({ sku }: ReportRow) => sku }] : []),
    { name: 'sales', cell: ({ receipts }) => receipts?.sales ?? null },
    { name: 'refunds', cell: ({ receipts }) => receipts?.refunds ?? null },
    { name: 'lines', cell: (row) => row.figures.lines },
    { name: 'units', cell: (row) => row.figures.units / 1000 },
    ...figures.map((name) => ({ name, cell: (row: ReportRow) => money(row.figures[name]) })),
    { name: 'cash', cell: ({ receipts }) => receipts && money(receipts.cash) },
    { name: 'card', cell: ({ receipts }) => receipts && money(receipts.card) },
    { name: 'cashRounding', cell: ({ receipts }) => receipts && money(receipts.cashRounding) },
    currency,
  ];
  return sheetOf(`evertill-by-${by}-${from === to ? from : `${from}-to-${to}`}`, columns, rows);
}

export function salesSheet(rows: readonly SaleRow[], shop: OfficeShop, name: string): ExportSheet {
  const { money, moment, currency } = moneyOf(shop);
  const columns: Columns<SaleRow> = [
    { name: 'receipt', cell: ({ receipt }) => receipt },
    { name: 'kind', cell: ({ kind }) => (kind === 'refundGiven' ? 'refund' : 'sale') },
    { name: 'at', cell: ({ at }) => moment(at) },
    { name: 'receivedAt', cell: ({ receivedAt }) => moment(receivedAt) },
    { name: 'till', cell: ({ tillName }) => tillName },
    { name: 'servedBy', cell: ({ staffName }) => staffName },
    { name: 'lines', cell: ({ lines }) => lines },
    { name: 'gross', cell: ({ gross }) => money(gross) },
    { name: 'cash', cell: ({ cash }) => money(cash) },
    { name: 'card', cell: ({ card }) => money(card) },
    { name: 'posted', cell: ({ posted }) => posted },
    currency,
  ];
  return sheetOf(name, columns, rows);
}

export function flagsSheet(flags: readonly Flag[], shop: OfficeShop, day: string): ExportSheet {
  const { money, moment, currency } = moneyOf(shop);
  const columns: Columns<Flag> = [
    { name: 'group', cell: ({ group }) => group },
    { name: 'kind', cell: ({ kind }) => kind },
    { name: 'at', cell: ({ at }) => moment(at) },
    { name: 'till', cell: ({ tillName }) => tillName },
    { name: 'receipt', cell: ({ receipt }) => receipt },
    { name: 'value', cell: ({ value }) => money(value) },
    {
      name: 'evidence',
      cell: ({ evidence }) => evidence.map(({ label, text }) => `${label}: ${text}`).join('; '),
    },
    currency,
  ];
  return sheetOf(`evertill-to-check-${day}`, columns, flags);
}

export function outagesSheet(outages: readonly OutageWindow[], shop: OfficeShop, day: string): ExportSheet {
  const { money, moment, currency } = moneyOf(shop);
  const whenKnown = (at: number | null) => (at === null ? null : moment(at));
  const columns: Columns<OutageWindow> = [
    { name: 'capability', cell: ({ capability }) => capability },
    { name: 'from', cell: ({ from }) => moment(from) },
    { name: 'until', cell: ({ until }) => whenKnown(until) },
    { name: 'tills', cell: ({ tills }) => tills },
    { name: 'sales', cell: ({ sales }) => sales },
    { name: 'value', cell: ({ value }) => money(value) },
    { name: 'lastReceivedAt', cell: ({ lastReceivedAt }) => whenKnown(lastReceivedAt) },
    currency,
  ];
  return sheetOf(`evertill-outages-${day}`, columns, outages);
}

function moneyOf({ currency: { code, digits }, timeZone }: OfficeShop) {
  return {
    money: (minorUnits: number): ExportCell => decimalOf(minorUnits, digits),
    moment: (at: number): ExportCell => momentText(at, timeZone),
    currency: { name: 'currency', cell: () => code },
  };
}
