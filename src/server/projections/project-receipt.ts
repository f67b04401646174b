/** Writes a receipt with its lines and tenders, and asks what there is to say about it. */
import type { ReceiptBody } from '../../domain/fact-body.ts';
import { parseReceiptNumber } from '../../domain/receipt-number.ts';
import type { LineOrigin, PricedLine, Tender } from '../../domain/sale.ts';
import { tendered } from '../../domain/tender.ts';
import type { ReceiptKind } from '../../domain/shift-totals.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { ProjectedFact } from './projected-fact.ts';
import type { TillPlace } from './till-place.ts';

export type UnpostedBecause = 'revokedTill' | 'sameSale';

/** @returns why it counts in no total until a person settles it, or null when it counts. */
export async function projectReceipt(
  client: Queryable,
  fact: ProjectedFact,
  kind: ReceiptKind,
  body: ReceiptBody,
): Promise<UnpostedBecause | null> {
  const because = await unpostedBecause(client, fact, body);
  await insertReceipt(client, fact, kind, body, because);
  await insertLines(client, fact, body.lines);
  await insertTenders(client, fact.place, fact.row.seq, body.tenders);
  return because;
}

async function unpostedBecause(
  client: Queryable,
  { place, row }: ProjectedFact,
  body: ReceiptBody,
): Promise<UnpostedBecause | null> {
  const { rowCount } = await client.query(
    'select 1 from evertill.receipt where business = $1 and sale = $2 limit 1',
    [place.business, body.sale],
  );
  if (rowCount !== 0) return 'sameSale';
  return row.marks.includes('revokedTill') && !(await isCounted(client, place.till, row))
    ? 'revokedTill'
    : null;
}

/** Where the projections are made anew, what a person settled stays settled. */
async function isCounted(
  client: Queryable,
  till: string,
  { inc, no, hash }: ProjectedFact['row'],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from evertill.flag
     where till = $1 and inc = $2 and no = $3 and hash = $4 and kind = 'revokedTill' and decision = 'count'`,
    [till, inc, no, hash],
  );
  return rowCount !== 0;
}

async function insertReceipt(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  kind: ReceiptKind,
  body: ReceiptBody,
  because: UnpostedBecause | null,
): Promise<void> {
  const { series, count } = parseReceiptNumber(body.receipt) ?? { series: body.receipt, count: 0 };
  await client.query(
    `insert into evertill.receipt (
       till, seq, business, shop, inc, no, hash, kind, sale, shift, receipt, series, number, day, at, received_at,
       staff, approver, place, lines, units, net, tax, gross, cash, card, cash_rounding, sign_in_link, sending_link,
       posted, unposted_because)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
             $24, $25, $26, $27, $28, $29, $30, $31)`,
    [
      place.till,
      row.seq,
      place.business,
      place.shop,
      row.inc,
      row.no,
      row.hash,
      kind,
      body.sale,
      body.shift,
      body.receipt,
      series,
      count,
      envelope.day,
      envelope.at.anchored,
      row.receivedAt,
      envelope.by.staff,
      envelope.by.approval?.approver ?? null,
      body.place,
      body.lines.length,
      body.lines.reduce((sum, line) => sum + line.quantity, 0),
      body.totals.net,
      body.totals.tax,
      body.totals.gross,
      tendered(body.tenders, 'cash'),
      tendered(body.tenders, 'card'),
      body.cashRounding,
      envelope.link.signIn,
      envelope.link.sending,
      because === null,
      because,
    ],
  );
}

/** All lines in one statement: a receipt may have two thousand. */
async function insertLines(
  client: Queryable,
  { place, row }: ProjectedFact,
  lines: readonly PricedLine[],
): Promise<void> {
  await client.query(
    `insert into evertill.receipt_line (
       till, seq, business, line, product, sku, name, unit, quantity, unit_price, price_from, catalogue_version,
       tax_class, tax_rate, net, tax, gross, origin, origin_sale, origin_line, reason, list_price, discount,
       discount_reason, basket_discount, note)
     select $1, $2, $3, line.* from jsonb_to_recordset($4::jsonb) as line (
       line integer, product text, sku text, name text, unit text, quantity bigint, unit_price bigint, price_from text,
       catalogue_version bigint, tax_class text, tax_rate integer, net bigint, tax bigint, gross bigint, origin text,
       origin_sale text, origin_line integer, reason text, list_price bigint, discount bigint, discount_reason text,
       basket_discount bigint, note text)`,
    [place.till, row.seq, place.business, JSON.stringify(lines.map(lineRow))],
  );
}

function lineRow(line: PricedLine): Record<string, unknown> {
  const { unitPrice, listPrice, priceFrom, catalogueVersion, taxClass, taxRate, origin, ...rest } = line;
  const { discount, basketDiscount, ...same } = rest;
  return {
    ...same,
    unit_price: unitPrice,
    price_from: priceFrom,
    catalogue_version: catalogueVersion,
    tax_class: taxClass,
    tax_rate: taxRate,
    list_price: listPrice,
    discount: discount?.taken ?? 0,
    discount_reason: discount?.is === 'staff' ? 'staff' : discount?.reason,
    basket_discount: basketDiscount ?? 0,
    ...originRow(origin),
  };
}

function originRow(origin: LineOrigin): Record<string, unknown> {
  switch (origin.is) {
    case 'sold':
      return { origin: 'sold' };
    case 'returned':
      return { origin: 'returned', origin_sale: origin.sale, origin_line: origin.line };
    case 'returnedWithoutReceipt':
      return { origin: 'returnedWithoutReceipt', reason: origin.reason };
  }
}

export async function insertTenders(
  client: Queryable,
  { till, business }: TillPlace,
  seq: number,
  tenders: readonly Tender[],
): Promise<void> {
  await client.query(
    `insert into evertill.tender (till, seq, business, place, kind, amount, handed, change)
     select $1, $2, $3, given.place, given."is", given.amount, given.handed, given.change
     from jsonb_to_recordset($4::jsonb) as given (place integer, "is" text, amount bigint, handed bigint, change bigint)`,
    [till, seq, business, JSON.stringify(tenders.map((tender, index) => ({ ...tender, place: index + 1 })))],
  );
}
