/** Writes which baskets are parked in a shop, so that another of its tills can take them up. */
import type { SaleParked } from '../../domain/fact-body.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { ProjectedFact } from './projected-fact.ts';

/** A basket parked again is parked as it is now. */
export async function projectSaleParked(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  { name, gross, open }: SaleParked,
): Promise<void> {
  await client.query(
    `insert into evertill.parked_sale (business, sale, shop, till, seq, name, gross, open, day, at, staff)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (business, sale) do update set
       shop = excluded.shop, till = excluded.till, seq = excluded.seq, name = excluded.name, gross = excluded.gross,
       open = excluded.open, day = excluded.day, at = excluded.at, staff = excluded.staff,
       claimed_by = null, claimed_at = null, gone_because = null, gone_at = null`,
    [
      place.business,
      open.sale,
      place.shop,
      place.till,
      row.seq,
      name,
      gross,
      JSON.stringify(open),
      envelope.day,
      envelope.at.anchored,
      envelope.by.staff,
    ],
  );
}

export async function projectParkedGone(
  client: Queryable,
  { place, envelope }: ProjectedFact,
  sale: string,
  because: 'recalled' | 'voided',
): Promise<void> {
  await client.query(
    `update evertill.parked_sale set gone_because = $3, gone_at = $4
     where business = $1 and sale = $2 and gone_because is null`,
    [place.business, sale, because, envelope.at.anchored],
  );
}
