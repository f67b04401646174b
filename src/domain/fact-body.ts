/** What can happen at a till, as facts state it: one body type per kind. Amounts are signed, money given back is below zero. */
import type { Money } from './money.ts';
import type { Discount } from './discount.ts';
import type { AgeCheck, OpenSale, PricedLine, SaleTotals, Tender } from './sale.ts';
import type { SharedDrawer } from './shared-drawer.ts';
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
  /** Of the whole basket; each line states its share. */
  readonly discount?: Discount;
  readonly ageCheck?: AgeCheck;
  readonly lines: readonly PricedLine[];
  readonly totals: SaleTotals;
  readonly cashRounding: Money;
  readonly tenders: readonly Tender[];
}

/** Cash that moved without a sale; `amount` is above zero, `is` says which way. */
export interface CashMoved {
  readonly move: string;
  readonly shift: string;
  readonly is: 'in' | 'out' | 'drop';
  readonly amount: Money;
  readonly reason: string;
}

/** How a receipt was paid after all; nothing else about it changes. */
export interface PaymentCorrected {
  readonly sale: string;
  readonly receipt: string;
  readonly shift: string;
  readonly from: Pick<ReceiptBody, 'tenders' | 'cashRounding'>;
  readonly to: Pick<ReceiptBody, 'tenders' | 'cashRounding'>;
}

/** A basket put aside, whole, so that another till of the shop can take it up. */
export interface SaleParked {
  readonly name: string;
  readonly gross: Money;
  readonly open: OpenSale;
}

/** Taken up again: what was parked under this sale's id is parked no more. */
export interface SaleRecalled {
  readonly sale: string;
  /** The till it was parked on. */
  readonly till: string;
}

/** A basket that was emptied, or a parked one that was thrown away; never receipted. */
export interface SaleVoided {
  readonly sale: string;
  readonly why: 'emptied' | 'parkedAway';
  readonly lines: number;
  readonly gross: Money;
}

/** Somebody was too young, or showed no ID: what was not sold. */
export interface AgeRefused {
  readonly sale: string;
  readonly age: number;
  readonly products: readonly string[];
}

export interface ShiftOpened {
  readonly shift: string;
  readonly day: Day;
  readonly drawer: string;
  /** Zero where another till counts the drawer: the float is that till's. */
  readonly float: Money;
  /** Absent where the drawer is this till's alone. */
  readonly shared?: SharedDrawer;
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
  /** What the card terminal's own total says, as typed; absent where nobody typed one. */
  readonly cardTerminal?: Money;
  /** The terminal's total less the card payments here. */
  readonly cardDifference?: Money;
  /** Number on the bag that goes to the bank. */
  readonly bag?: string;
  /** The till that counts the drawer instead; then counted and kept are what this one put into it, and nobody's finding. */
  readonly countedAt?: string;
  /** What head office did not have yet at the close; absent where it had everything. */
  readonly unsent?: { readonly sales: number; readonly value: Money };
}

/** The drawer changed hands in the middle of a shift; `from` and `to` are staff. */
export interface DrawerHandedOver {
  readonly handOver: string;
  readonly shift: string;
  readonly from: string;
  readonly to: string;
  /** What this till's facts say should have been in it. */
  readonly expectedCash: Money;
  /** Absent where it was handed over uncounted. */
  readonly count?: Pick<CashCounted, 'denominations' | 'counted'>;
}

/** What a tablet found wrong with its own journal at a start, and put right as far as it could. */
export interface JournalDamaged {
  /** The incarnation that was found damaged. */
  readonly inc: string;
  /**
   * factsLost: the database lacked its last facts; diverged: the two copies told two things; copyUnreadable: nobody knows whether
   * something is missing; storageLost: the whole database was gone, its key too.
   */
  readonly why: 'factsLost' | 'diverged' | 'copyUnreadable' | 'storageLost';
  /** Facts that only the second copy still held. */
  readonly recovered: number;
}

/** Bytes that only head office can open: a new key, an initialisation vector, and the ciphertext; base64url. */
export interface Sealed {
  readonly ephemeral: string;
  readonly iv: string;
  readonly box: string;
}

/** A person chose a PIN at the till, a new one their name too: both only as head office can read them. */
export interface PersonTold {
  readonly staff: string;
  readonly sealed: Sealed;
}

export type Capability = 'signIn' | 'sending' | 'catalogue';

/** What a drill makes the till believe: sign-in alone, sending too, or that nothing at all answers. */
export type Drilled = 'signIn' | 'sending' | 'everything';

/** An outage on purpose, of this till alone; `until` by the anchored clock, unless it is ended before. */
export interface DrillStarted {
  readonly drill: string;
  readonly what: Drilled;
  readonly until: number;
}

export interface DrillEnded {
  readonly drill: string;
  readonly at: number;
  readonly how: 'byItself' | 'early';
}

export type FactBody =
  | { readonly kind: 'saleCompleted'; readonly body: ReceiptBody }
  | { readonly kind: 'refundGiven'; readonly body: ReceiptBody }
  | { readonly kind: 'saleParked'; readonly body: SaleParked }
  | { readonly kind: 'saleRecalled'; readonly body: SaleRecalled }
  | { readonly kind: 'saleVoided'; readonly body: SaleVoided }
  | { readonly kind: 'ageRefused'; readonly body: AgeRefused }
  | { readonly kind: 'cashMoved'; readonly body: CashMoved }
  | { readonly kind: 'paymentCorrected'; readonly body: PaymentCorrected }
  | { readonly kind: 'shiftOpened'; readonly body: ShiftOpened }
  | { readonly kind: 'cashCounted'; readonly body: CashCounted }
  | { readonly kind: 'drawerHandedOver'; readonly body: DrawerHandedOver }
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
  | { readonly kind: 'pinSet'; readonly body: PersonTold }
  | { readonly kind: 'personAdded'; readonly body: PersonTold }
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
  | { readonly kind: 'drillStarted'; readonly body: DrillStarted }
  | { readonly kind: 'drillEnded'; readonly body: DrillEnded }
  /** The first start of another version of the app; both as facts name them. */
  | { readonly kind: 'updateApplied'; readonly body: { readonly from: string; readonly to: string } }
  | { readonly kind: 'clockJumped'; readonly body: { readonly byMs: number } }
  /** Facts that head office asked for and that this tablet could not supply; head office keeps the hole itself. */
  | {
      readonly kind: 'holeDeclared';
      readonly body: {
        readonly inc: string;
        readonly from: number;
        readonly to: number;
        readonly why: 'pruned' | 'lost';
      };
    }
  | { readonly kind: 'journalDamaged'; readonly body: JournalDamaged }
  /** A file of the journal was made; what waited to be sent at that moment. */
  | {
      readonly kind: 'journalExported';
      readonly body: { readonly waitingFacts: number; readonly waitingSales: number };
    };
