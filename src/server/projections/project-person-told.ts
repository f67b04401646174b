/** Writes down who chose a PIN at a till, still sealed; head office takes it up in a step of its own, with its key. */
import type { FactBody } from '../../domain/fact-body.ts';
import type { Queryable } from '../database/query-rows.ts';
import type { ProjectedFact } from './projected-fact.ts';

export async function projectPersonTold(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  { kind, body }: Extract<FactBody, { kind: 'pinSet' | 'personAdded' }>,
): Promise<void> {
  await client.query(
    `insert into evertill.person_told
       (till, seq, business, shop, inc, no, hash, day, at, kind, person, sealed, approver)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict do nothing`,
    [
      place.till,
      row.seq,
      place.business,
      place.shop,
      row.inc,
      row.no,
      row.hash,
      envelope.day,
      envelope.at.anchored,
      kind,
      body.staff,
      JSON.stringify(body.sealed),
      envelope.by.approval?.approver ?? null,
    ],
  );
}
