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
  readonly served: { count: number };
}

export function newSalesBook(): SalesBook {
  return { paid: new Map(), excused: new Set(), served: { count: 0 } };
}

/** Comes to every till when all faults have ended. */
export const LAST_CUSTOMER = 'last';

/** The customer is part of the sale's id, `till-1/customer#2`, so that a second charge of the same customer shows. */
export function customerOf(sale: string): string {
  return sale.split(/[/#]/)[1] ?? sale;
}
