/** Writes outage drills as the till told them: apart from outages, for nothing was down. */
import type { DrillEnded, DrillStarted } from '../../domain/fact-body.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { ProjectedFact } from './projected-fact.ts';

export async function projectDrillStarted(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: DrillStarted,
): Promise<void> {
  await client.query(
    `insert into evertill.drill_note
       (till, drill, business, shop, what, started_at, until, started_by, seq, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      ...[place.till, body.drill, place.business, place.shop, body.what],
      ...[envelope.at.anchored, body.until, envelope.by.approval?.approver ?? envelope.by.staff],
      ...[row.seq, row.receivedAt],
    ],
  );
}

/** One whose start is not here is told of nowhere. */
export async function projectDrillEnded(
  client: Queryable,
  { place }: ProjectedFact,
  body: DrillEnded,
): Promise<void> {
  await client.query(
    'update evertill.drill_note set ended_at = $3, ended = $4 where till = $1 and drill = $2 and ended_at is null',
    [place.till, body.drill, body.at, body.how],
  );
}
