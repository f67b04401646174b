/** Every word the clerk reads, in English. Figures arrive formatted; a count is given where a word depends on it. */
import type { Widened } from '../../ui/widened.ts';
import { enSell } from './en-sell.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const en = {
  ...enSell,
  starting: 'Starting',
  practice: 'Practice',
  lock: {
    title: 'Who is selling?',
    place: (business: string, shop: string, till: string) => `${business}, ${shop} · ${till}`,
    pinFor: (name: string) => `Hello ${name}, your PIN`,
    choose: 'Choose your name, then type your PIN.',
    checking: 'Checking…',
    other: 'Someone else',
    roles: { clerk: 'Clerk', supervisor: 'Supervisor', manager: 'Manager', owner: 'Owner' },
    people: 'People',
    nobody: 'Nobody is on this till’s list yet.',
    nobodyLead: 'Add people in the office. They appear here by themselves.',
    unlock: 'Ask for a manager’s PIN',
    unlockTitle: (name: string) => `Let ${name} try again`,
    forgot: 'Forgot PIN? · Someone new today?',
    practise: 'Practise',
    unlocked: (name: string) => `${name} may try again.`,
  },
  pin: {
    wrong: (triesLeft: number) =>
      triesLeft === 1
        ? 'That PIN is not right. 1 try left before a wait.'
        : `That PIN is not right. ${triesLeft} tries left before a wait.`,
    wrongNow: 'That PIN is not right.',
    wait: (seconds: number) =>
      seconds > 90
        ? `Too many wrong PINs. Try again in ${Math.ceil(seconds / 60)} minutes.`
        : `Too many wrong PINs. Try again in ${plural(seconds, '1 second', `${seconds} seconds`)}.`,
    locked: (name: string) =>
      `${name} is locked on this till after ten wrong PINs. A manager can let ${name} try again.`,
    noPin: (name: string) => `${name} has no PIN yet. Tap “Forgot PIN?” and choose one beside a manager.`,
    unknownPerson: 'This person is no longer on the list of this till.',
    notAllowed: 'This needs a supervisor or a manager.',
    cannotSave:
      'This tablet cannot save anything just now, so nobody can sign in. Tap Needs a manager to see what to do.',
  },
  approval: {
    title: 'A manager’s PIN, please',
    why: {
      'return-without-receipt': 'Goods come back without a receipt.',
      'return-over-limit': 'More comes back than this till may refund by itself.',
      'return-too-old': 'The receipt is older than the shop takes goods back.',
      'discount-over-limit': 'This takes more off than you may take off alone.',
      'cash-move': 'Cash leaves the drawer without a sale.',
      'out-of-contact': 'This till has been out of contact too long for a refund or a changed price alone.',
    },
    chooser: 'Who approves?',
    pinOf: (name: string) => `${name}’s PIN`,
    nobody: 'Nobody who may approve is on this till’s list.',
    what: (sum: string) => `Give back ${sum}`,
  },
  nav: { label: 'Till', sell: 'Sell', receipts: 'Receipts', shift: 'Shift', lock: 'Lock' },
  who: (till: string, since: string) => `${till} · shift since ${since}`,
  lockAs: (name: string) => `${name}. Lock the till`,
  status: {
    title: 'Status',
    upToDate: 'Up to date',
    sending: (count: number) => `Sending ${count}`,
    saved: (count: number) => `Saved on this device (${count})`,
    savedNone: 'Saved on this device',
    sent: (count: number) => plural(count, '1 sale sent', `${count} sales sent`),
    connectBy: (when: string) => `Connect by ${when}`,
    needsManager: 'Needs a manager',
    signInDown: 'Head office sign-in is down. Keep selling.',
    unreachable: 'Head office cannot be reached. Keep selling.',
    leaseOver: 'Selling goes on. Refunds, discounts and price changes need a manager until connected.',
    trouble: {
      full: 'This tablet has no space left, so no sale can be saved. What was saved is still here. A manager frees some space; then it goes on by itself.',
      storage: 'This tablet cannot save safely. Stop selling here and call a manager.',
      key: 'This till’s key cannot be read. A manager must set it up again.',
      sending:
        'Something on this tablet keeps sales from being sent. They are saved here. A manager must look at it.',
      root: 'Head office answers with keys that this till does not know. Keep selling. A manager types a code from the office, below under This till.',
      journal: 'The till’s journal does not add up. A manager must look at it.',
      revoked: 'The office has taken this till out of service. What is saved here is still sent.',
    },
    tryNow: 'Try now',
    trying: 'Trying…',
    waitingTitle: 'Waiting on this device',
    waitingNone: 'Nothing waits. Every sale is at head office.',
    waiting: (count: number, value: string) => plural(count, `1 sale, ${value}`, `${count} sales, ${value}`),
    waitingLead: 'They are safe here and are sent by themselves.',
    capability: { sending: 'Sending sales', signIn: 'Head office sign-in', catalogue: 'Products and prices' },
    capabilityNote: {
      sending: 'Sales are kept here until it works again.',
      signIn: 'Only the office needs it. Your PIN works without it.',
      catalogue: 'The till sells with the prices it has.',
    },
    works: (when: string) => `Works · ${when}`,
    worksNow: 'Works',
    down: (since: string) => `Not since ${since}`,
    notYet: 'Not tried yet',
    last: (when: string) => `last contact ${when}`,
    never: 'never reached from here',
    detail: (detail: string) => `What the tablet said: ${detail}`,
    clockDoubt: 'The clock of this tablet is not certain. It settles with the next contact.',
    device: 'This device',
    unsafe:
      'The browser may clear what is saved on this tablet when space runs short. A manager sees below Status what to do.',
    about: 'About this till',
    rows: {
      till: 'Till',
      products: 'Products',
      people: 'People list',
      lease: 'Full rights until',
      app: 'App',
      last: 'Last receipt',
    },
    version: (version: number) => `version ${version}`,
    leaseOverShort: 'over: a manager’s PIN is needed for refunds',
    sound: 'Sounds',
    mine: {
      title: (name: string) => `For ${name}`,
      language: 'Language',
      layout: 'Layout',
      hand: { right: 'Basket on the right', left: 'Basket on the left' },
    },
  },
} as const;

/** What a further language has to say. */
export type TillWords = Widened<typeof en>;
