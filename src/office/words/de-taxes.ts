/** The words of the business's taxes, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enTaxes } from './en-taxes.ts';

export const deTaxes: Widened<typeof enTaxes> = {
  title: 'Steuern',
  note: 'womit Produkte besteuert werden',
  caption: 'Steuern',
  columns: { name: 'Steuer', rate: 'Satz heute', later: 'Ab später' },
  none: 'heute kein Satz',
  laterRate: (rate, day) => `${rate} ab ${day}`,
  noLater: '–',
  add: 'Neue Steuer',
  open: (name) => `„${name}“ ändern`,
  newTitle: 'Neue Steuer',
  sheetTitle: (name) => name,
  name: 'Name',
  nameHelp: 'Produkte und der Steuerbericht nennen sie so; er bleibt.',
  rate: 'Satz heute, Prozent',
  rateHelp:
    'Kassen haben ihn mit ihrer nächsten Liste von Regeln, in Sekunden. Was vor heute verkauft wurde, behält seine Steuer.',
  from: 'Ab',
  laterLabel: 'Prozent',
  addLater: 'Ein Satz ab einem späteren Tag',
  removeLater: (from) => (from === '' ? 'Diesen späteren Satz entfernen' : `Den Satz ab ${from} entfernen`),
  save: 'Für alle Kassen sichern',
  cancel: 'Abbrechen',
  saved: (name) => `„${name}“ ist gesichert.`,
  undo: 'Rückgängig',
  undone: 'Zurückgenommen.',
  notUndone: 'Das ließ sich nicht zurücknehmen. Sehen Sie sich die Steuer an und ändern Sie sie von Hand.',
  faults: {
    noName: 'Eine Steuer braucht einen Namen.',
    nameTaken:
      'Eine Steuer dieses Namens gibt es schon. Ändern Sie die, oder wählen Sie einen anderen Namen.',
    rateWrong: 'Hier wird ein Satz wie 19 oder 7,5 gebraucht.',
    laterRateWrong: 'Jeder spätere Satz braucht einen Tag nach heute und einen Satz wie 7,5.',
    twoRatesFromOneDay: 'Zwei Sätze beginnen am selben Tag. Behalten Sie einen.',
    noRateNow: 'Ein Satz, der heute gilt, wird gebraucht.',
    pastChanged: 'Was vor heute verkauft wurde, behält seine Steuer.',
  },
  failed: {
    outage:
      'Die Zentrale ist nicht zu erreichen. Nichts wurde geändert; was Sie eingegeben haben, steht noch hier.',
    changed:
      'Jemand anderes hat diese Steuer inzwischen geändert. Schließen Sie das hier, sehen Sie deren an, und ändern Sie sie noch einmal.',
    other: 'Das ließ sich nicht sichern. Nichts wurde geändert; was Sie eingegeben haben, steht noch hier.',
  },
};
