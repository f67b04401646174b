/** The words of what a till needs once in its life or when something broke, in English: loaded with the screens that say them. */
import { enReady } from './en-ready.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const enRare = {
  ...enReady,
  people: {
    title: 'Forgot PIN? · Someone new today?',
    forgot: 'Forgot PIN',
    someoneNew: 'Someone new today',
    name: 'Name',
    nameHelp: 'As the others call them. The list of people shows it.',
    nameMissing: 'Type a name, such as Sam.',
    goOn: 'Go on',
    vouch: (name: string) =>
      `${name} chooses a new PIN and can sell on this till at once; on the others when head office knows.`,
    pinTitle: (name: string) => `A PIN for ${name}`,
    choose: (name: string, digits: number) => `${name}, choose a PIN of ${digits} digits`,
    again: 'Type it once more',
    refused: {
      common: 'That one is guessed too easily. Choose another.',
      different: 'That was another one. Choose again.',
      cannotSave: 'This tablet cannot save anything just now. A manager frees some space; then try again.',
    },
  },
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
      otherKey:
        'Head office was restored to a time before this tablet’s key, and knows an older one only. Ask for one more code and type it here: it gives this till a new key. Every sale that was saved here stays.',
      cannotSave: 'This tablet cannot save anything just now. A manager frees some space; then try again.',
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
    leadKeyless: (till: string) =>
      `This tablet can no longer use the key that made it ${till}. It is still ${till}: a code from the office gives it a new one.`,
    keptHere:
      'Every sale that was saved here is still here. What waits is sent as soon as the code is typed.',
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
  repin: {
    open: 'Trust head office’s new keys',
    title: 'Head office has new keys',
    lead: 'After its keys were changed, this till believes nothing that head office says. A code from the office lets it go on. Nothing on this tablet changes, and what waits is sent.',
    code: 'Code from the office',
    go: 'Trust this head office',
    working: 'Checking…',
    steps: [
      'Open the office yourself, at the address you know, and sign in.',
      'Choose Tills, then New code beside this till’s name.',
      'Type the code here within ten minutes.',
    ],
    done: 'Head office is trusted again. What waits is being sent.',
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
} as const;
