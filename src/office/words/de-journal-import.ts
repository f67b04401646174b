/** The words of importing a till's journal, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enJournalImport } from './en-journal-import.ts';

export const deJournalImport: Widened<typeof enJournalImport> = {
  open: 'Journaldatei einlesen',
  title: 'Journaldatei einlesen',
  lead: 'Eine Kasse, die nicht senden kann, kann ihr Journal als Datei sichern: an der Kasse oder auf ihrer Rettungsseite. Zweimal einlesen ändert nichts.',
  file: 'Die Datei, evertill-….jsonl',
  trouble: {
    unreadable: 'Diese Datei ist kein Journal einer Kasse, oder von einer neueren Fassung als dieses Büro.',
    foreign: 'Diese Datei ist von einer Kasse, die dieser Betrieb nicht hat.',
    outage: 'Die Zentrale ist nicht zu erreichen. Nichts wurde eingelesen.',
  },
  reading: 'Wird gelesen und geprüft',
  importing: 'Wird eingelesen',
  brought: (done, all) => `${done} von ${all} Einträgen`,
  intact: 'Genau, wie die Kasse es gemacht hat',
  intactWords: 'Jeder Eintrag steht an seinem Platz und ist von der Kasse unterschrieben.',
  tampered: 'An dieser Datei wurde etwas verändert',
  goodBefore: 'Was davor steht, ist bewiesen und kann eingelesen werden.',
  nothingGood: 'Nichts darin kann eingelesen werden.',
  till: 'Kasse',
  made: 'Gesichert',
  receipts: 'Bons',
  noReceipts: 'keine',
  receiptsOf: (count, value) => `${count} · ${value}`,
  fromTo: (first, last) => `${first} bis ${last}`,
  fresh: 'Neu hier',
  noneFresh: 'keine: Alle sind schon hier',
  records: 'Einträge',
  recordsOf: (fresh, here) => `${fresh} neu, ${here} schon hier`,
  bring: 'Einlesen',
  bringGood: (facts) => `Die ${String(facts)} guten Einträge einlesen`,
  another: 'Andere Datei',
  cancel: 'Abbrechen',
  done: 'Fertig',
  again: 'Noch einmal versuchen',
  imported: (till) => `Das Journal von „${till}“ ist hier.`,
  appended: (facts) => `Neue Einträge: ${facts}. Sie erscheinen an dem Tag, zu dem sie gehören.`,
  nothingNew: 'Alles darin war schon hier. Nichts wurde geändert.',
  stopped: 'Das Einlesen blieb auf halbem Weg stehen',
  stoppedByOutage: 'Die Zentrale ist nicht zu erreichen.',
  stoppedByGap: (no) =>
    `Eintrag ${no} wird zuerst gebraucht, und weder diese Datei noch die Zentrale hat ihn.`,
  stoppedByRefusal: (title) => `Der Server sagt: ${title}`,
  appendedBefore: (facts) =>
    `${facts} neue Einträge wurden davor übernommen. Noch einmal zu versuchen ändert nichts, was hier ist.`,
};
