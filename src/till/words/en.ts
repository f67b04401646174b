/** Every word the clerk reads, in English. Figures arrive formatted; a count is given where a word depends on it. */
import { enSell } from './en-sell.ts';
import { enShift } from './en-shift.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const en = {
  ...enSell,
  ...enShift,
  starting: 'Starting',
  enrol: {
    title: 'Set up this till',
    lead: 'This tablet is not a till yet. It becomes one with a code from the office.',
    code: 'Enrolment code',
    steps: [
      'Open the office on any device and sign in.',
      'Choose Tills, then Add a till.',
      'Type the code here within ten minutes.',
    ],
    go: 'Set up',
    working: 'Setting up…',
    office: 'Open the office',
    left: (count: number) => plural(count, '1 more character', `${count} more characters`),
    refused: {
      codeRefused: 'This code is not valid, or its ten minutes are over. Ask for a new one and try again.',
      tooManyTries: 'Too many tries. Wait a minute, then try again.',
      unreachable: 'Head office cannot be reached. Check the connection, then try again with the same code.',
      otherTill: 'This code is for another till. Ask for one made beside the name of this till.',
      cannotKeepKey:
        'This browser cannot keep the till’s key, so sales would not be safe here. Leave private browsing, or use another browser.',
    },
    loading: 'Loading products',
    loadingLead: 'This happens once. From now on the till works without a connection.',
    loadingSlow: 'Head office cannot be reached just now. Products load as soon as it can.',
  },
  lost: {
    title: 'Needs a manager',
    lead: (till: string) =>
      `The browser of this tablet has lost what made it ${till}. It is still ${till}: a code from the office lets it sell again.`,
    kept: 'Sales that were waiting here were kept a second time. They are sent as soon as the code is typed.',
    code: 'Code from the office',
    steps: [
      'Open the office on any device and sign in.',
      'Choose Tills, then New code beside this till’s name.',
      'Type the code here within ten minutes.',
    ],
    go: 'Go on with this till',
    working: 'Restoring…',
    warning: 'Do not set it up as a new till and do not clear the browser: what still waits would be lost.',
  },
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
    noPin: (name: string) => `${name} has no PIN yet. A manager sets one in the office.`,
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
      'out-of-contact': 'This till has been out of contact too long for a refund or a changed price alone.',
    },
    chooser: 'Who approves?',
    pinOf: (name: string) => `${name}’s PIN`,
    nobody: 'Nobody who may approve is on this till’s list.',
    what: (sum: string) => `Give back ${sum}`,
  },
  thisTill: {
    title: 'This till',
    save: 'Save the journal as a file',
    saved: (name: string) => `Saved as ${name}. The office can import it under Tills.`,
    cannotSave: 'The journal cannot be read just now. Open the rescue page of this till instead: /rescue.',
    keptFrom: (day: string) =>
      `Sales before ${day} are no longer on this tablet: head office keeps them in a verified backup.`,
    signOut: 'Sign this till out',
    signOutLead:
      'Signed out, this tablet forgets the till and asks for a new code: to move it to another shop, or to begin anew.',
    waiting: (count: number, value: string) =>
      plural(
        count,
        `1 sale, ${value}, has not arrived at head office, so this till cannot be signed out. Connect it; or save the journal as a file, import that in the office, and connect.`,
        `${count} sales, ${value}, have not arrived at head office, so this till cannot be signed out. Connect it; or save the journal as a file, import that in the office, and connect.`,
      ),
    refused:
      'Not everything has arrived at head office yet. Nothing was changed; try again when the till is connected.',
    why: 'This tablet will forget the till and everything on it.',
    what: (till: string) => `Sign ${till} out`,
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
    safety: {
      persistent: {
        yes: 'The browser keeps this till for good',
        no: 'The browser may clear this till when space runs short',
      },
      installed: {
        yes: 'Installed as an app',
        no: 'Open in a browser tab: install Evertill on the home screen',
      },
      hasSecondCopy: { yes: 'What waits is kept twice', no: 'What waits is kept once on this device' },
    },
    unsafe:
      'Install Evertill on the home screen of this tablet. In a browser tab the browser may clear what is saved here when space runs short.',
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
  },
} as const;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => unknown
    ? (...parameters: Parameters) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };

/** What a further language has to say. */
export type TillWords = Widened<typeof en>;
