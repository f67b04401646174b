/** The words of signing a day off, in English. */
const some = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const enSignOff = {
  sign: 'Sign off',
  signWithOpen: (count: string) => `Sign off with ${count} open…`,
  signAddendum: 'Sign the addendum',
  signNow: 'Sign off',
  signAllTheSame: 'Sign off all the same',
  signedBy: (name: string, moment: string) => `Signed off by ${name}, ${moment}`,
  signedItself: 'Signed itself off at noon',
  title: (day: string) => `Sign off ${day}`,
  lead: 'Your word for the day as it stands. What still arrives keeps its day and becomes an addendum.',
  leadAddendum: 'What came since the last signature. Signed and late together are the day.',
  receipts: 'Receipts received',
  openTitle: 'Still open',
  reasons: {
    shiftOpen: (till: string) => `${till}: the shift is open, the drawer not counted`,
    onTablet: (till: string, sales: string, count: number, value: string) =>
      `${till}: ${sales} ${some(count, 'sale is', 'sales are')} still on the tablet, ${value}`,
    drawer: (drawer: string, difference: string | null) =>
      difference === null ? `${drawer}: its tills’ cash is not compared yet` : `${drawer}: ${difference}`,
    moneyMissing: (count: string, number: number) =>
      `${count} ${some(number, 'question', 'questions')} where money may be missing`,
    givenTwice: (count: string, number: number, value: string) =>
      `${count} ${some(number, 'question', 'questions')} of money given twice, ${value}`,
  },
  why: 'Why it is signed all the same',
  whyHelp: 'Stored with the signature and with what is open now.',
  failed: {
    outage: 'Head office cannot be reached. Nothing was signed.',
    changed: 'The day has moved since you opened this. Look at the figures again, then sign.',
    notPermitted: 'Something has come up that is open now. Say why you sign all the same.',
    other: 'That did not work. Nothing was signed.',
  },
  panel: 'Signatures',
  panelNote: 'exactly what was seen',
  theDay: 'The day',
  addendumNumber: (number: string) => `Addendum ${number}`,
  heads: (count: string, number: number) => `Up to which fact, for ${count} ${some(number, 'till', 'tills')}`,
  head: (receipt: string | null, no: string) => (receipt === null ? `fact ${no}` : `${receipt}, fact ${no}`),
  late: 'Late',
  lateWords: (receipts: string, count: number) =>
    `${receipts} ${some(count, 'receipt', 'receipts')} after the signature; not signed yet`,
  signedPlusLate: (signed: string, late: string, all: string) => `Signed ${signed} + late ${late} = ${all}`,
  lateReceipt: (till: string, time: string, received: string, gross: string) =>
    `${till}, ${time}, received ${received}, ${gross}`,
} as const;
