/**
 * Makes a till known again to a database restored to before its enrolment, or before its last key, from the certificate the
 * server once signed. What the certificate does not say is not made up: the till's name is its series until a person changes it.
 */
import type { TillCertificate } from '../../protocol/seal.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Lender, Queryable } from '../database/query-rows.ts';
import { findEnrolledTill, type EnrolledTill } from './enrolled-till.ts';

type Claims = TillCertificate['certificate'];

/** @returns null when its business or shop is not here either. */
export function knowAgain(
  pool: Lender,
  { certificate }: TillCertificate,
  now: number,
): Promise<EnrolledTill | null> {
  return inTransaction(pool, async (client) => {
    if (!(await placeIsHere(client, certificate))) return null;
    await saveTill(client, certificate, now);
    await client.query(
      'insert into evertill.till_head (till, business) values ($1, $2) on conflict do nothing',
      [certificate.till, certificate.business],
    );
    await client.query(
      `insert into evertill.audit (business, at, till, act, detail) values ($1, $2, $3, 'tillKnownAgain', $4)`,
      [certificate.business, now, certificate.till, { key: certificate.key, series: certificate.series }],
    );
    return findEnrolledTill(client, certificate.till);
  });
}

/** Also keeps the shop from giving the till's series to a new one. */
async function placeIsHere(client: Queryable, { business, shop, series }: Claims): Promise<boolean> {
  const number = Number(/\d+/.exec(series)?.[0] ?? 0);
  const { rowCount } = await client.query(
    `update evertill.shop set next_till_number = greatest(next_till_number, $3 + 1)
     where business = $1 and shop = $2`,
    [business, shop, number],
  );
  return rowCount === 1;
}

/** A tablet's series says how many were this till before it: A1, A1z, A1zz. */
async function saveTill(client: Queryable, claims: Claims, now: number): Promise<void> {
  const base = claims.series.replace(/z+$/, '');
  const enrolments = claims.series.length - base.length + 1;
  const series = await freeSeries(client, claims, base);
  await client.query(
    `insert into evertill.till as held (till, business, shop, name, series, public_key, enrolments, enrolled_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (till) do update set
       public_key = excluded.public_key, enrolled_at = excluded.enrolled_at, pepper = null,
       enrolments = greatest(held.enrolments, excluded.enrolments)`,
    [
      claims.till,
      claims.business,
      claims.shop,
      `Till ${series}`,
      series,
      claims.key,
      enrolments,
      claims.issued,
      now,
    ],
  );
}

/** After a restore the shop may have given the series away already; the receipts printed keep theirs, the till is told apart. */
async function freeSeries(client: Queryable, { business, till }: Claims, series: string): Promise<string> {
  const { rowCount } = await client.query(
    'select 1 from evertill.till where business = $1 and series = $2 and till <> $3',
    [business, series, till],
  );
  return rowCount === 0 ? series : `${series}-again-${till.slice(-4)}`;
}
