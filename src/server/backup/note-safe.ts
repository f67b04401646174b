/** Writes down what a verified backup holds: tills may prune below it. */
import type { Pool } from 'pg';
import type { ProvedChain } from './check-chains.ts';

export async function noteSafe(pool: Pool, chains: readonly ProvedChain[], now: number): Promise<void> {
  const proved = chains.filter((chain) => chain.no > 0);
  await pool.query(
    `insert into evertill.safe as held (till, inc, business, no, at)
     select till, inc, business, no, $5 from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
       as given (till, inc, business, no)
     on conflict (till, inc) do update set no = greatest(held.no, excluded.no), at = excluded.at`,
    [
      proved.map((chain) => chain.till),
      proved.map((chain) => chain.inc),
      proved.map((chain) => chain.business),
      proved.map((chain) => chain.no),
      now,
    ],
  );
}
