/** The words of signing a day off, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enSignOff } from './en-sign-off.ts';

const some = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const deSignOff: Widened<typeof enSignOff> = {
  sign: 'Abzeichnen',
  signWithOpen: (count) => `Abzeichnen, ${count} offen…`,
  signAddendum: 'Nachtrag abzeichnen',
  signNow: 'Abzeichnen',
  signAllTheSame: 'Trotzdem abzeichnen',
  signedBy: (name, moment) => `Abgezeichnet von ${name}, ${moment}`,
  signedItself: 'Um zwölf von selbst abgezeichnet',
  title: (day) => `${day} abzeichnen`,
  lead: 'Ihr Wort für den Tag, wie er steht. Was noch kommt, behält seinen Tag und wird ein Nachtrag.',
  leadAddendum: 'Was seit der letzten Unterschrift kam. Abgezeichnet und verspätet zusammen sind der Tag.',
  receipts: 'Bons angekommen',
  openTitle: 'Noch offen',
  reasons: {
    shiftOpen: (till) => `${till}: Die Schicht ist offen, die Lade nicht gezählt`,
    onTablet: (till, sales, count, value) =>
      `${till}: ${sales} ${some(count, 'Verkauf ist', 'Verkäufe sind')} noch auf dem Tablet, ${value}`,
    drawer: (drawer, difference) =>
      difference === null
        ? `${drawer}: Das Bargeld der Kassen ist noch nicht verglichen`
        : `${drawer}: ${difference} Unterschied`,
    moneyMissing: (count, number) => `${count} ${some(number, 'Frage', 'Fragen')}, wo Geld fehlen kann`,
    givenTwice: (count, number, value) =>
      `${count} ${some(number, 'Frage', 'Fragen')} zu doppelt gegebenem Geld, ${value}`,
  },
  why: 'Warum trotzdem abgezeichnet wird',
  whyHelp: 'Bleibt bei der Unterschrift, mit dem, was jetzt offen ist.',
  failed: {
    outage: 'Die Zentrale ist nicht zu erreichen. Nichts wurde abgezeichnet.',
    changed:
      'Der Tag hat sich geändert, seit Sie das hier geöffnet haben. Sehen Sie die Zahlen noch einmal an und zeichnen Sie dann ab.',
    notPermitted: 'Etwas ist dazugekommen, das jetzt offen ist. Sagen Sie, warum Sie trotzdem abzeichnen.',
    other: 'Das hat nicht geklappt. Nichts wurde abgezeichnet.',
  },
  panel: 'Unterschriften',
  panelNote: 'genau, was gesehen wurde',
  theDay: 'Der Tag',
  addendumNumber: (number) => `Nachtrag ${number}`,
  heads: (count, number) => `Bis zu welchem Eintrag, für ${count} ${some(number, 'Kasse', 'Kassen')}`,
  head: (receipt, no) => (receipt === null ? `Eintrag ${no}` : `${receipt}, Eintrag ${no}`),
  late: 'Verspätet',
  lateWords: (receipts, count) =>
    `${receipts} ${some(count, 'Bon', 'Bons')} nach der Unterschrift; noch nicht abgezeichnet`,
  signedPlusLate: (signed, late, all) => `Abgezeichnet ${signed} + verspätet ${late} = ${all}`,
  lateReceipt: (till, time, received, gross) => `${till}, ${time}, angekommen ${received}, ${gross}`,
};
