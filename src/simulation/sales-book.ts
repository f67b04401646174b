/** What customers and clerks saw with their own eyes: the oracle's side of the story, on no disk that can fail. */
export interface PaidSale {
  readonly till: string;
  readonly customer: string;
  readonly sale: string;
  readonly receipt: string;
  readonly gross: number;
  readonly hash: string;
}

export interface SalesBook {
  /** Sales whose *Paid* was shown, by sale. */
  readonly paid: Map<string, PaidSale>;
  /** Hashes of facts that no copy held any more when the last copy was lost: nobody can send those. */
  readonly excused: Set<string>;
  /** Facts of which a bit flipped on a tablet: the hash they were made with, and the bytes they have now. */
  readonly altered: Map<string, string>;
  /** Hashes of facts that tills let go because they are in a verified backup. */
  readonly pruned: Set<string>;
  readonly served: { count: number };
}

export function newSalesBook(): SalesBook {
  const sets = { excused: new Set<string>(), pruned: new Set<string>() };
  return { paid: new Map(), altered: new Map(), ...sets, served: { count: 0 } };
}

export function soldAt({ paid }: SalesBook, name: string): number {
  return [...paid.values()].filter(({ till }) => till === name).length;
}

/** Comes to every till when all faults have ended. */
export const LAST_CUSTOMER = 'last';

/** The customer is part of the sale's id, `till-1/customer#2`, so that a second charge of the same customer shows. */
export function customerOf(sale: string): string {
  return sale.split(/[/#]/)[1] ?? sale;
}
