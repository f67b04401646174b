/** Whose a thing is, asked before anything of a business can be seen. The database answers with the business and nothing else. */
import * as z from 'zod/mini';
import { queryRow, queryRows, type Queryable } from './query-rows.ts';

/** By the till's id, the hash of an enrolment code, the hash of a sign-in's secret, an account's e-mail in lower case. */
export type Known = 'till' | 'code' | 'sign_in' | 'account';

const businessSchema = z.object({ business: z.nullable(z.string()) });

/** @returns null when there is no such thing. */
export async function businessOf(database: Queryable, known: Known, id: string): Promise<string | null> {
  const text = `select evertill.business_of_${known}($1) as business`;
  return (await queryRow(database, text, [id], businessSchema))?.business ?? null;
}

/** What head office does by itself, business by business. */
export type Waiting = 'holes' | 'unread' | 'people_told' | 'days_to_sign';

const rowSchema = z.object({ business: z.string() });

/** @returns the businesses where there may be something to do. */
export async function businessesWith(database: Queryable, waiting: Waiting): Promise<string[]> {
  const rows = await queryRows(
    database,
    `select business from evertill.businesses_with_${waiting}()`,
    [],
    rowSchema,
  );
  return rows.map(({ business }) => business);
}
