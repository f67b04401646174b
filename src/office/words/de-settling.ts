/** The words of settling flags, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enSettling } from './en-settling.ts';

export const deSettling: Widened<typeof enSettling> = {
  open: 'Klären…',
  more: 'Mehr…',
  named: (act, what) => `${act} ${what}`,
  how: (count) => (count === 1 ? 'Wie ist es geklärt?' : `Wie sind alle ${String(count)} geklärt?`),
  why: 'Warum',
  whyIfYouLike: 'Warum, wenn es mehr zu sagen gibt',
  whyHelp: 'Bleibt mit Ihrem Namen und der Zeit stehen.',
  settle: 'Klären',
  cancel: 'Abbrechen',
  decisions: {
    keep: 'Behalten',
    count: 'Mitzählen',
    leaveOut: 'Weglassen',
    explained: 'Erklärt',
    onPaper: 'Vom Papier bekannt',
    writeOff: 'Abschreiben',
    rightly: 'Zu Recht zurückgegeben',
    wasCard: 'Es war Karte',
    wasCash: 'Es war bar',
    rungTwice: 'Doppelt kassiert',
    bothHappened: 'Beides war so',
    mistake: 'Ein Fehler',
    seen: 'Gesehen',
  },
  meanings: {
    keep: 'Es bleibt, wie es kassiert wurde, und auch, was von diesem Tag noch kommt.',
    count: 'Die Bons zählen zu den Einnahmen ihres Tages.',
    leaveOut: 'Die Bons bleiben festgehalten und stehen in keiner Summe.',
    explained: 'Es fehlt nichts; sagen Sie, was es war. Bons bleiben, wie sie kassiert wurden.',
    onPaper: 'Der Papierbon oder das Kartenterminal sagt, was es war; sagen Sie, was und wo es liegt.',
    writeOff: 'Das Geld ist weg, und der Betrieb trägt es.',
    rightly: 'Es stand dem Kunden zu; sagen Sie, warum.',
    wasCard:
      'Bar kassiert, mit Karte bezahlt; sagen Sie, woher Sie es wissen. Der Bon bleibt, wie er kassiert wurde.',
    wasCash:
      'Als Karte kassiert, bar bezahlt; sagen Sie, woher Sie es wissen. Der Bon bleibt, wie er kassiert wurde.',
    rungTwice:
      'Einer der beiden war ein Versehen. Erstatten Sie ihn an einer Kasse, damit auch die Zahlen stimmen.',
    bothHappened: 'Zwei Kunden haben dasselbe gekauft.',
    mistake: 'Falsch, und jemandem wurde es gesagt; sagen Sie wem und was.',
    seen: 'Nichts zu entscheiden.',
  },
  settledCount: (count) => `${count} geklärt`,
  settledBy: (name, moment) => `von ${name}, ${moment}`,
  times: (count) => `${count}-mal`,
  takeBack: 'Zurücknehmen',
  takeBackTitle: 'Diese Klärung zurücknehmen?',
  takeBackLead: 'Die Frage ist wieder offen. Beides bleibt festgehalten.',
  failed: {
    outage: 'Die Zentrale ist nicht zu erreichen. Nichts wurde geändert.',
    changed: 'Jemand war schneller, oder es ist inzwischen mehr gekommen. Sehen Sie es noch einmal an.',
    notPermitted: 'Ihre Rolle darf das nicht klären.',
    other: 'Das hat nicht geklappt. Nichts wurde geändert.',
  },
};
