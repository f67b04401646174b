/** The words of what becomes of a till, in English. */
export const enTillChange = {
  change: 'Change',
  changeNamed: (till: string) => `Change “${till}”`,
  changeTitle: (till: string) => `Change “${till}”`,
  save: 'Save the name',
  nameLead: 'The tablet shows it as soon as it hears of it. Receipts keep their numbers.',
  newKey: 'Code for this tablet, which lost its key',
  replace: 'Use another tablet',
  replaceTitle: (till: string) => `Another tablet for “${till}”`,
  replaceLead:
    'The new tablet takes the till over: its name, its drawer and its place. Its receipts begin with letters of their own.',
  replaceOld:
    'The tablet that is the till now goes on until the code is used, then it stops. Sales it has not sent still arrive when it can be switched on; they are counted once you settle them.',
  replaceStolen: 'If the tablet was stolen, revoke the till instead.',
  replaceGo: 'Make its code',
  replaceWhy: 'What happened to the tablet',
  move: 'Move to another shop',
  moveTitle: (till: string) => `Move “${till}” to another shop`,
  moveLead:
    'What the till sold stays with this shop. The till ends here, and a new one in the other shop waits for the tablet.',
  moveSteps: [
    'On the tablet, open “This till” and sign the till out, with a manager’s PIN.',
    'Type the code that you get now. The tablet is then a till of the other shop.',
  ],
  moveTo: 'To which shop',
  moveName: 'Name of the till there',
  moveGo: 'End it here and make its code',
  stays: {
    openShift: 'It has a shift open. Close it first, then it can move.',
    waitingFacts: 'Not all that it made has arrived. Let it send first, then it can move.',
    revoked: 'It is revoked.',
  },
  moveRefused: 'It cannot move just now: a shift was opened, or something still waits on it.',
  spares: 'Spare codes',
  sparesTitle: 'Spare codes for the safe',
  sparesLead:
    'If a tablet breaks while the office cannot be opened, a spare code makes any tablet a till of this shop at once. Print two and keep them in the safe. Each works once, for 90 days.',
  sparesAgain: 'Codes printed before will no longer work.',
  sparesGo: 'Make two codes',
  sparesShownOnce: 'They are shown here only now. Print them or write them down.',
  spareName: 'Spare',
  spareUntil: (day: string) => `valid until ${day}, once`,
  spareState: 'Spare, code in the safe',
  spareHow: 'On the tablet, install Evertill on the home screen, open it there and type the code.',
  print: 'Print',
} as const;
