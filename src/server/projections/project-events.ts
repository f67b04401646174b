/** Writes what is neither receipt nor shift: outages as the till saw them, and where a journal began. */
import type { FactBody } from '../../domain/fact-body.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { ProjectedFact } from './projected-fact.ts';

type BodyOf<Kind extends FactBody['kind']> = Extract<FactBody, { kind: Kind }>['body'];

export async function projectOutage(
  client: Queryable,
  { place }: ProjectedFact,
  body: BodyOf<'outageNoticed'>,
  endedAt: number | null,
): Promise<void> {
  await client.query(
    `insert into evertill.outage_note (till, capability, since, business, shop, ended_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (till, capability, since) do update set ended_at = excluded.ended_at
       where excluded.ended_at is not null`,
    [place.till, body.capability, body.since, place.business, place.shop, endedAt],
  );
}

export async function projectJournalStarted(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: BodyOf<'journalStarted'>,
): Promise<void> {
  await client.query(
    `insert into evertill.incarnation (till, inc, business, seq, series, parent, started_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      place.till,
      row.inc,
      place.business,
      row.seq,
      body.series,
      body.parent === null ? null : JSON.stringify(body.parent),
      envelope.at.anchored,
    ],
  );
}
