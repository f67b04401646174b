/** What the till needs from outside its screens: the app wires it, a test makes it from the real parts in memory. */
import type { Acting, Approval } from '../local-db/acting.ts';
import type { CatalogueWorker } from '../local-db/catalogue-in-worker.ts';
import type { Category, Product } from '../domain/catalogue.ts';
import type { Drilled, DrillStarted } from '../domain/fact-body.ts';
import type { Money } from '../domain/money.ts';
import type { TillReadiness } from '../domain/readiness.ts';
import type { OpenSale } from '../domain/sale.ts';
import type { Day } from '../domain/trading-day.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import type { asClerk } from '../local-db/person-here.ts';
import type { readRoster } from '../local-db/roster.ts';

type Roster = NonNullable<Awaited<ReturnType<typeof readRoster>>>['roster'];

export interface TillPorts {
  readonly db: LocalDb;
  /** Holds the catalogue's products and searches them. */
  readonly products: CatalogueWorker;
  /** Version of the app, as facts carry it and the status sheet shows it. */
  readonly app: string;
  /** Who acts now, at what moment, with what link to head office: what every fact is stamped with. `till` acts by itself. */
  readonly actingAs: (staff: string) => Acting;
  /** Anchored milliseconds since 1970, and the trading day they fall on: the only clock the screens read. */
  readonly clock: { readonly now: () => number; readonly day: () => string };
  readonly link: LinkPort;
  readonly access: AccessPort;
  readonly parkedElsewhere: ParkedElsewherePort;
  readonly enrol: (code: string) => Promise<EnrolOutcome>;
  /** Trusts a head office whose keys are new, on a manager's code. */
  readonly repin: (code: string) => Promise<RepinOutcome>;
  readonly drill: DrillPort;
  readonly readiness: ReadinessPort;
  readonly update: UpdatePort;
  readonly install: InstallPort;
  /** Makes the tablet forget its till, once all has arrived; until then it changes nothing. Ask for an approval before. */
  readonly signOut: () => Promise<'signedOut' | 'stillWaiting'>;
  /** Another till to practise on; nothing done there reaches this one. */
  readonly openPractice: (shop: PracticeShop) => Promise<PracticeTill>;
  /** The till that this tablet was before its storage or its key died; null on a new tablet and on a sound till. */
  readonly lostTill: LostTill | null;
  /** A face of the till is drawn: this version of the app starts. */
  readonly proveStart: () => void;
  /** True while nothing would be lost by a reload: locked, no goods in the basket, nothing being saved. */
  readonly reportIdle: (isIdle: boolean) => void;
}

/** What a till to practise on sells, and who is at work there. */
export interface PracticeShop {
  readonly roster: Roster;
  /** One of the roster. */
  readonly clerk: Roster['staff'][number];
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly favourites: readonly string[];
}

export interface PracticeTill {
  readonly ports: TillPorts;
  /** Throws away all that was done. */
  readonly close: () => Promise<void>;
}

export interface LostTill {
  readonly tillName: string;
  /** Only the key is lost: what was saved is still here. */
  readonly keepsJournal: boolean;
}

/** An outage on purpose, of this till alone. */
export interface DrillPort {
  readonly subscribe: (listener: () => void) => () => void;
  /** Null while none runs; `until` is anchored milliseconds since 1970. */
  readonly current: () => DrillStarted | null;
  readonly start: (what: Drilled, minutes: number, approval: Approval) => Promise<'recorded' | 'notSaved'>;
  readonly endEarly: () => Promise<void>;
  /** Milliseconds since 1970 by the clock that `until` is counted on. */
  readonly anchored: () => number;
}

/** Whether this till would sell on if head office died now. */
export interface ReadinessPort {
  readonly subscribe: (listener: () => void) => () => void;
  /** Null until it was first looked at; the same object until something changes. */
  readonly current: () => TillReadiness | null;
  readonly look: () => void;
}

/** A new version of the app that is on the tablet and waits. */
export interface UpdatePort {
  readonly subscribe: (listener: () => void) => () => void;
  readonly isWaiting: () => boolean;
  /** Now, as the person at the till wishes; the page is loaded anew. Ask only where nothing would be lost by it. */
  readonly apply: () => void;
}

/** The browser's own question, where it has one. */
export interface InstallPort {
  readonly subscribe: (listener: () => void) => () => void;
  readonly canAsk: () => boolean;
  readonly ask: () => Promise<void>;
}

/** Signing in and approving are decided on the till, with the durable attempt budget; neither waits for a network. */
export interface AccessPort {
  readonly signIn: (staff: string, pin: string) => Promise<SignInOutcome>;
  /** `act` is the exact text of what is allowed; the approval holds its digest. */
  readonly approve: (staff: string, pin: string, act: string) => Promise<ApproveOutcome>;
  /** An approver lets a locked person try again. */
  readonly unlock: (approver: string, pin: string, staff: string) => Promise<ApproveOutcome>;
  /** An approver lets somebody choose a PIN here: who forgot theirs, or who is new today. */
  readonly vouch: (approver: string, pin: string, who: Choosing) => Promise<ApproveOutcome>;
  /** Valid on this till at once, with a clerk's rights; head office hears of it later. */
  readonly choosePin: (who: Choosing, pin: string, approval: Approval) => Promise<ChosenPin>;
  /** Whether the person may try now, so that a locked person is shown as such before typing. */
  readonly standingOf: (staff: string) => Promise<Standing>;
}

/** Who chooses a PIN. `staff` of somebody new is made for them. */
export type Choosing =
  | { readonly is: 'pinSet'; readonly staff: string }
  | { readonly is: 'personAdded'; readonly staff: string; readonly name: string };

/** Signed in with it, for they stand at the till. */
export type ChosenPin =
  { readonly is: 'chosen'; readonly person: ReturnType<typeof asClerk> } | { readonly is: 'cannotSave' };

export type SignInOutcome = { readonly is: 'signedIn' } | PinRefusal;
export type ApproveOutcome = { readonly is: 'approved'; readonly approval: Approval } | PinRefusal;

export type PinRefusal =
  /** `triesLeft` before the next wait; 0 when the wait has just begun. */
  | { readonly is: 'wrong'; readonly triesLeft: number; readonly waitUntil: number | null }
  | { readonly is: 'wait'; readonly waitUntil: number }
  | { readonly is: 'locked' }
  | { readonly is: 'noPin' }
  /** No longer on the roster. */
  | { readonly is: 'unknownPerson' }
  | { readonly is: 'notAllowed' }
  /** The attempt cannot be written down, and so is not made. */
  | { readonly is: 'cannotSave' };

export type Standing =
  | { readonly is: 'free' }
  | { readonly is: 'wait'; readonly waitUntil: number }
  | { readonly is: 'locked' }
  | { readonly is: 'cannotSave' };

/** Baskets parked on other tills of the shop: only head office can give one to this till alone. */
export interface ParkedElsewherePort {
  readonly list: () => Promise<Asked<ParkedElsewhere>>;
  /** Asking again is the same claim. `gone`: taken up, thrown away, or never parked. */
  readonly claim: (sale: string) => Promise<Asked<ClaimedBasket | { readonly is: 'gone' }>>;
}

export interface ParkedElsewhere {
  readonly parked: readonly BasketElsewhere[];
  /** Baskets of this till that another has taken up. */
  readonly taken: readonly string[];
}

export interface BasketElsewhere {
  readonly sale: string;
  readonly name: string;
  readonly gross: Money;
  readonly lines: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly staff: string;
  readonly tillName: string;
}

export interface ClaimedBasket {
  readonly is: 'claimed';
  /** The till it was parked on. */
  readonly till: string;
  readonly name: string;
  readonly gross: Money;
  readonly day: Day;
  readonly at: number;
  readonly staff: string;
  readonly open: OpenSale;
}

type Asked<Value> = { readonly is: 'answered'; readonly value: Value } | { readonly is: 'unreachable' };

export interface LinkPort {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  readonly current: () => LinkStatus;
  readonly tryNow: () => void;
}

/** What the till knows of the outside, already debounced: words hang on it and nothing else. */
export interface LinkStatus {
  readonly signIn: CapabilityStatus;
  readonly sending: CapabilityStatus;
  readonly catalogue: CapabilityStatus;
  /** A batch is on its way. */
  readonly isSending: boolean;
  readonly lease: LeaseStatus;
  /** What only a person can put right. */
  readonly trouble: Trouble | null;
  /** The tablet's clock cannot be trusted just now: no server has settled it. */
  readonly isClockInDoubt: boolean;
  readonly device: DeviceSafety;
}

/**
 * full: no space left to save in; storage: it does not take what is saved for another reason; sending: rounds break on the
 * tablet itself, though sales are saved; root: head office answers with other keys than the ones this till knows.
 */
export interface Trouble {
  readonly is: 'full' | 'storage' | 'key' | 'journal' | 'sending' | 'root' | 'revoked';
  /** What the tablet said, for whoever repairs it. */
  readonly detail: string | null;
}

/** How safely this browser keeps what is saved. */
export interface DeviceSafety {
  readonly persistent: boolean;
  readonly installed: boolean;
  /** The journal's tail is kept a second time, where a loss of the database does not reach. */
  readonly hasSecondCopy: boolean;
}

/** Times are anchored milliseconds since 1970. */
export type CapabilityStatus =
  | { readonly is: 'unknown' }
  | { readonly is: 'up'; readonly lastContact: number }
  | { readonly is: 'down'; readonly since: number; readonly lastContact: number | null };

export type LeaseStatus =
  | { readonly is: 'running'; readonly until: number }
  | { readonly is: 'endsSoon'; readonly until: number }
  | { readonly is: 'over' };

export type EnrolOutcome =
  | { readonly is: 'enrolled' }
  | CodeRefusal
  /** The browser cannot store a key and read it back: a private window, or storage switched off. */
  | { readonly is: 'cannotKeepKey' };

export type RepinOutcome =
  | { readonly is: 'repinned' }
  | CodeRefusal
  /** Head office was restored to before this till's key: the next code binds a new one. */
  | { readonly is: 'otherKey' | 'cannotKeepKey' }
  /** The tablet has no space left to keep it. */
  | { readonly is: 'cannotSave' };

type CodeRefusal =
  /** Unknown, used, or older than ten minutes: the server does not say which. */
  | { readonly is: 'codeRefused' }
  /** A code of another till than the one that was lost here. */
  | { readonly is: 'otherTill' }
  | { readonly is: 'tooManyTries' }
  | { readonly is: 'unreachable' };
