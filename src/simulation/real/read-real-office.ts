/** What the real ledger and catalogue hold, in the form that the oracle looks at. */
import * as z from 'zod/mini';
import { queryRow, queryRows, type Queryable } from '../../server/database/query-rows.ts';
import { chainKey, type CatalogueEntry, type OfficeTables } from '../ledger-tables.ts';
import { BUSINESS } from './office-ground.ts';
import { readRealSignOffs, type SeqRow } from './sign-real-days.ts';

export type JudgedOffice = Pick<OfficeTables, 'facts' | 'chains' | 'holes' | 'catalogue' | 'signOffs'>;

const factRow = z.object({
  till: z.string(),
  inc: z.string(),
  seq: z.int(),
  no: z.int(),
  hash: z.string(),
  prev: z.nullable(z.string()),
  bytes: z.string(),
  marks: z.array(
    z.enum(['fork', 'brokenLink', 'badSignature', 'revokedTill', 'recovered', 'imported', 'replacedTablet']),
  ),
  quarantined: z.nullable(z.string()),
});
const chainRow = z.object({
  till: z.string(),
  inc: z.string(),
  head: z.object({ no: z.int(), hash: z.string() }),
  forkedAt: z.nullable(z.int()),
  doubtTo: z.int(),
  tillKey: z.nullable(z.string()),
});
const holeRow = z.object({
  till: z.string(),
  inc: z.string(),
  from: z.int(),
  to: z.int(),
  after: z.string(),
  why: z.string(),
});
const productRow = z.object({ id: z.string(), version: z.int(), name: z.nullable(z.string()) });

/** @param nameOf what the simulation calls a till. */
export async function readRealOffice(
  database: Queryable,
  nameOf: (till: string) => string,
): Promise<JudgedOffice> {
  const named = <Row extends { readonly till: string }>(row: Row): Row => ({
    ...row,
    till: nameOf(row.till),
  });
  const facts = new Map<string, SeqRow[]>();
  for (const row of (await queryRows(database, FACTS, [], factRow)).map(named)) {
    const key = chainKey(row.till, row.inc);
    facts.set(key, [...(facts.get(key) ?? []), row]);
  }
  const chains = (await queryRows(database, CHAINS, [], chainRow)).map(named);
  const products = await queryRows(database, PRODUCTS, [BUSINESS], productRow);
  return {
    facts,
    chains: new Map(chains.map(({ till, inc, ...chain }) => [chainKey(till, inc), chain])),
    holes: (await queryRows(database, HOLES, [], holeRow)).map(named),
    signOffs: await readRealSignOffs(database, facts, nameOf),
    catalogue: new Map(products.map(({ id, ...entry }): [string, CatalogueEntry] => [id, entry])),
  };
}

export async function readCatalogueVersion(database: Queryable): Promise<number> {
  const text = 'select catalogue_version as version from evertill.business where business = $1';
  return (await queryRow(database, text, [BUSINESS], z.object({ version: z.int() })))?.version ?? 0;
}

const FACTS =
  'select till, inc, till_seq as seq, no, hash, prev, bytes, marks, quarantined from evertill.fact order by till, till_seq';
const CHAINS = `select till, inc, jsonb_build_object('no', head_no, 'hash', head_hash) as head, forked_at as "forkedAt",
  hole_to as "doubtTo", till_key as "tillKey" from evertill.chain`;
const HOLES =
  'select till, inc, from_no as "from", to_no as "to", after_hash as after, why from evertill.hole';
const PRODUCTS = `select product as id, version, case when removed then null else content ->> 'name' end as name
  from evertill.product where business = $1`;
