/** What can happen at a till, as facts state it: one body type per kind. Amounts are signed, money given back is below zero. */
import type { Money } from './money.ts';
import type { PricedLine, SaleTotals, Tender } from './sale.ts';
import type { ShiftTotals } from './shift.ts';
import type { Place } from './sale.ts';
import type { Day } from './trading-day.ts';

/** saleCompleted: goods were sold (an exchange too); refundGiven: goods only came back. */
export interface ReceiptBody {
  readonly sale: string;
  readonly shift: string;
  /** The number people see: series, dash, six digits: A1-000042. */
  readonly receipt: string;
  readonly place: Place;
  readonly lines: readonly PricedLine[];
  readonly totals: SaleTotals;
  readonly cashRounding: Money;
  readonly tenders: readonly Tender[];
}

export interface ShiftOpened {
  readonly shift: string;
  readonly day: Day;
  readonly drawer: string;
  readonly float: Money;
}

export interface CashCounted {
  readonly shift: string;
  readonly attempt: number;
  readonly denominations: readonly { readonly value: Money; readonly count: number }[];
  readonly counted: Money;
}

export interface ShiftClosed {
  readonly shift: string;
  readonly totals: ShiftTotals;
  readonly expectedCash: Money;
  readonly countedCash: Money;
  readonly difference: Money;
  readonly keptFloat: Money;
  readonly banked: Money;
}

export type Capability = 'signIn' | 'sending' | 'catalogue';

export type FactBody =
  | { readonly kind: 'saleCompleted'; readonly body: ReceiptBody }
  | { readonly kind: 'refundGiven'; readonly body: ReceiptBody }
  | { readonly kind: 'shiftOpened'; readonly body: ShiftOpened }
  | { readonly kind: 'cashCounted'; readonly body: CashCounted }
  | { readonly kind: 'shiftClosed'; readonly body: ShiftClosed }
  | {
      readonly kind: 'journalStarted';
      readonly body: {
        readonly parent: { readonly inc: string; readonly no: number; readonly hash: string } | null;
        readonly series: string;
      };
    }
  | { readonly kind: 'signedIn'; readonly body: { readonly staff: string } }
  | { readonly kind: 'signInFailed'; readonly body: { readonly staff: string; readonly wrongInARow: number } }
  | { readonly kind: 'lockedOut'; readonly body: { readonly staff: string; readonly lock: string } }
  | {
      readonly kind: 'approvalGiven';
      readonly body: { readonly approver: string; readonly act: string; readonly digest: string };
    }
  | {
      readonly kind: 'outageNoticed';
      readonly body: { readonly capability: Capability; readonly since: number };
    }
  | {
      readonly kind: 'outageEnded';
      readonly body: { readonly capability: Capability; readonly since: number; readonly until: number };
    }
  | { readonly kind: 'rosterApplied'; readonly body: { readonly epoch: string; readonly version: number } }
  | { readonly kind: 'catalogueApplied'; readonly body: { readonly epoch: string; readonly version: number } }
  | { readonly kind: 'clockJumped'; readonly body: { readonly byMs: number } }
  /** A file of the journal was made; what waited to be sent at that moment. */
  | {
      readonly kind: 'journalExported';
      readonly body: { readonly waitingFacts: number; readonly waitingSales: number };
    };
