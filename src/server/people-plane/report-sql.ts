/** The one statement behind every report: one set of receipts, parted by what their rows or their lines say. */
import type { ReportBy } from '../../protocol/report-messages.ts';

/**
 * $1 shops, $2 and $3 the first and the last day, $4 the business. Each statement names it once, so that it is planned as a part of
 * it: by themselves its rows lose what the database knows of them (that till and seq are unique), which cost a third of a month's time.
 */
const COUNTED = `counted as (
  select r.*, s.policy ->> 'timeZone' as zone from evertill.receipt r join evertill.shop s using (shop)
  where r.business = $4 and r.shop = any($1::text[]) and r.day between $2 and $3 and r.posted)`;

const FIGURES = `json_build_object('lines', lines, 'units', units, 'net', net, 'tax', tax, 'gross', gross) as figures`;

const RECEIPTS = `json_build_object('sales', sales, 'refunds', refunds, 'cash', cash, 'card', card,
  'cashRounding', cash_rounding) as receipts`;

const RECEIPT_SUMS = `${sumsOf('lines', 'units', 'net', 'tax', 'gross', 'cash', 'card', 'cash_rounding')},
  count(*) filter (where kind = 'saleCompleted') as sales, count(*) filter (where kind = 'refundGiven') as refunds`;

const LINE_SUMS = `count(*) as lines, coalesce(sum(l.quantity), 0) as units, ${sumsOf('l.net', 'l.tax', 'l.gross')}`;

interface Part {
  /** Of a receipt `c`, or of one of its lines `l`. */
  readonly key: string;
  readonly name?: string;
  readonly sku?: string;
  /** Where name and stock number come from, once rows are few. */
  readonly named?: string;
  readonly sorted?: string;
}

/** A receipt is late that came after what the day's last signature saw of its till. */
const STANDING = `standing as (
  select c.*, case when s.heads is null then 'unsigned'
    when c.seq <= coalesce((select (h ->> 'seq')::bigint from jsonb_array_elements(s.heads) h where h ->> 'till' = c.till), 0)
    then 'signed' else 'late' end as stands
  from counted c left join lateral (
    select heads from evertill.sign_off where shop = c.shop and day = c.day order by number desc limit 1
  ) s on true)`;

export const TOTALS = `with ${COUNTED}, ${STANDING}, summed as (select ${RECEIPT_SUMS}, json_build_object(
    'signed', coalesce(sum(gross) filter (where stands = 'signed'), 0),
    'late', coalesce(sum(gross) filter (where stands = 'late'), 0),
    'unsigned', coalesce(sum(gross) filter (where stands = 'unsigned'), 0)) as standing from standing)
  select ${FIGURES}, ${RECEIPTS}, standing from summed`;

const PRODUCT = 'left join evertill.product p on p.business = $4 and p.product = key';

export const ROWS: Readonly<Record<ReportBy, string>> = {
  day: ofReceipts({ key: 'c.day', sorted: 'key' }),
  hour: ofReceipts({
    key: `to_char(to_timestamp(c.at / 1000.0) at time zone c.zone, 'HH24')`,
    sorted: 'key',
  }),
  clerk: ofReceipts({
    key: 'c.staff',
    name: 'coalesce(p.name, key)',
    named: 'left join evertill.person p on p.business = $4 and p.person = key',
  }),
  tender: ofReceipts({
    key: `case when c.cash <> 0 and c.card <> 0 then 'cashAndCard' when c.card <> 0 then 'card'
      when c.cash <> 0 then 'cash' else 'nothing' end`,
  }),
  shop: ofReceipts({ key: 'c.shop', name: 's.name', named: 'join evertill.shop s on s.shop = key' }),
  tax: ofLines({ key: 'l.tax_rate::text', sorted: 'key::integer desc' }),
  product: ofLines({
    key: 'l.product',
    name: `coalesce(p.content ->> 'name', line_name)`,
    sku: `coalesce(p.content ->> 'sku', line_sku)`,
    named: PRODUCT,
  }),
  category: `with ${COUNTED}, ${partedLines('l.product')}, grouped as (
      select coalesce(c.category, '') as key, max(c.content ->> 'name') as name,
        ${sumsOf('lines', 'units', 'net', 'tax', 'gross')}
      from parted ${PRODUCT}
      left join evertill.category c on c.business = $4 and c.category = p.content ->> 'category'
      group by 1
    )
    select key, name, null as sku, ${FIGURES}, null as receipts from grouped order by gross desc, key`,
};

function ofReceipts({ key, name = 'null', named = '', sorted = 'gross desc, key' }: Part): string {
  return `with ${COUNTED}, parted as (select ${key} as key, ${RECEIPT_SUMS} from counted c group by 1)
    select key, ${name} as name, null as sku, ${FIGURES}, ${RECEIPTS} from parted ${named} order by ${sorted}`;
}

function ofLines({ key, name = 'null', sku = 'null', named = '', sorted = 'gross desc, key' }: Part): string {
  return `with ${COUNTED}, ${partedLines(key)}
    select key, ${name} as name, ${sku} as sku, ${FIGURES}, null as receipts from parted ${named} order by ${sorted}`;
}

function partedLines(key: string): string {
  return `parted as (
    select ${key} as key, max(l.name) as line_name, max(l.sku) as line_sku, ${LINE_SUMS}
    from counted c join evertill.receipt_line l using (till, seq) group by 1)`;
}

function sumsOf(...columns: readonly string[]): string {
  return columns
    .map((column) => `coalesce(sum(${column}), 0) as ${column.slice(column.indexOf('.') + 1)}`)
    .join(', ');
}
