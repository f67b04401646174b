/** What the routes of the till plane work with. */
import type { Pool } from 'pg';
import { onBehalfOf } from '../database/borrow-connection.ts';
import { businessOf } from '../database/business-of.ts';
import type { Connections } from '../database/query-rows.ts';
import type { Clock } from '../server-clock.ts';
import type { ServerKeys } from '../server-keys.ts';
import type { Admission } from './admission.ts';

export interface TillPlaneContext {
  /** As the role `evertill_till`. */
  readonly pool: Pool;
  readonly keys: ServerKeys;
  readonly clock: Clock;
  readonly admission: Admission;
  /** Of tills that proved themselves: what is known of a request before it is believed. */
  readonly businessOf: Map<string, string>;
  /** There are new facts to be read by the projections. */
  readonly appended: () => void;
}

/** The same for one request of a business: it sees nothing else, and what the database does for it ends when its caller goes. */
export type RequestContext = Omit<TillPlaneContext, 'pool'> & { readonly pool: Connections };

/** The same before it is known whose the request is. */
export interface CallerContext extends TillPlaneContext {
  readonly signal: AbortSignal;
}

export function asBusiness(context: CallerContext, business: string): RequestContext {
  return { ...context, pool: onBehalfOf({ business, caller: context.signal }, context.pool) };
}

/** @returns null for a till that this database does not know. */
export async function businessOfTill(context: CallerContext, till: string): Promise<string | null> {
  const { pool, signal, businessOf: remembered } = context;
  return remembered.get(till) ?? (await businessOf(onBehalfOf({ caller: signal }, pool), 'till', till));
}
