/** The words of what a till needs once in its life or when something broke, in German: loaded with the screens that say them. */
import { deReady } from './de-ready.ts';
import type { enRare } from './en-rare.ts';
import type { Widened } from '../../ui/widened.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const deRare: Widened<typeof enRare> = {
  ...deReady,
  people: {
    title: 'PIN vergessen? · Heute jemand Neues?',
    forgot: 'PIN vergessen',
    someoneNew: 'Heute jemand Neues',
    name: 'Vorname oder Name',
    nameHelp: 'Wie die anderen die Person nennen. So steht es auf Listen.',
    nameMissing: 'Tippen Sie einen Namen ein, etwa Sam.',
    goOn: 'Weiter',
    vouch: (name) =>
      `${name} wählt eine neue PIN und kann an dieser Kasse sofort verkaufen; an den anderen, sobald die Zentrale es weiß.`,
    pinTitle: (name) => `Eine PIN für ${name}`,
    choose: (name, digits) => `${name}, wählen Sie eine PIN mit ${digits} Ziffern`,
    again: 'Tippen Sie sie noch einmal',
    refused: {
      common: 'Diese errät man zu leicht. Wählen Sie eine andere.',
      different: 'Das war eine andere. Wählen Sie noch einmal.',
      cannotSave:
        'Dieses Tablet kann gerade nichts speichern. Ein Filialleiter schafft Platz; dann versuchen Sie es noch einmal.',
    },
  },
  enrol: {
    title: 'Diese Kasse einrichten',
    lead: 'Dieses Tablet ist noch keine Kasse. Mit einem Code aus dem Büro wird es eine.',
    code: 'Einrichtungscode',
    steps: [
      'Öffnen Sie das Büro auf irgendeinem Gerät und melden Sie sich an.',
      'Wählen Sie Kassen, dann Kasse hinzufügen.',
      'Tippen Sie den Code hier innerhalb von zehn Minuten ein.',
    ],
    go: 'Einrichten',
    working: 'Wird eingerichtet…',
    office: 'Büro öffnen',
    left: (count) => plural(count, 'noch 1 Zeichen', `noch ${count} Zeichen`),
    refused: {
      codeRefused:
        'Dieser Code gilt nicht, oder seine zehn Minuten sind vorbei. Lassen Sie sich einen neuen geben.',
      tooManyTries: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es noch einmal.',
      unreachable:
        'Die Zentrale ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es mit demselben Code noch einmal.',
      otherTill:
        'Dieser Code gehört zu einer anderen Kasse. Lassen Sie sich einen geben, der beim Namen dieser Kasse gemacht wird.',
      otherKey:
        'Die Zentrale wurde auf einen Stand vor dem Schlüssel dieses Tablets zurückgesetzt und kennt nur einen älteren. Lassen Sie sich noch einen Code geben und tippen Sie ihn hier ein: Er gibt dieser Kasse einen neuen Schlüssel. Jeder hier gespeicherte Verkauf bleibt.',
      cannotSave:
        'Dieses Tablet kann gerade nichts speichern. Ein Filialleiter schafft Platz; dann versuchen Sie es noch einmal.',
      cannotKeepKey:
        'Dieser Browser kann den Schlüssel der Kasse nicht behalten, Verkäufe wären hier nicht sicher. Verlassen Sie das private Fenster, oder nehmen Sie einen anderen Browser.',
    },
    loading: 'Artikel werden geladen',
    loadingLead: 'Das geschieht einmal. Von nun an arbeitet die Kasse auch ohne Verbindung.',
    loadingSlow: 'Die Zentrale ist gerade nicht erreichbar. Die Artikel kommen, sobald sie es ist.',
  },
  lost: {
    title: 'Bitte einen Filialleiter holen',
    lead: (till) =>
      `Der Browser dieses Tablets hat verloren, was es zu ${till} gemacht hat. Es ist noch immer ${till}: mit einem Code aus dem Büro verkauft es wieder.`,
    leadKeyless: (till) =>
      `Dieses Tablet kann den Schlüssel nicht mehr benutzen, der es zu ${till} gemacht hat. Es ist noch immer ${till}: ein Code aus dem Büro gibt ihm einen neuen.`,
    keptHere:
      'Alle hier gespeicherten Verkäufe sind noch da. Was wartet, wird gesendet, sobald der Code getippt ist.',
    kept: 'Verkäufe, die hier warteten, sind ein zweites Mal gesichert. Sie werden gesendet, sobald der Code getippt ist.',
    code: 'Code aus dem Büro',
    steps: [
      'Öffnen Sie das Büro auf irgendeinem Gerät und melden Sie sich an.',
      'Wählen Sie Kassen, dann Neuer Code neben dem Namen dieser Kasse.',
      'Tippen Sie den Code hier innerhalb von zehn Minuten ein.',
    ],
    go: 'Mit dieser Kasse weitermachen',
    working: 'Wird wiederhergestellt…',
    warning:
      'Richten Sie es nicht als neue Kasse ein und leeren Sie den Browser nicht: was hier noch wartet, wäre verloren.',
  },
  repin: {
    open: 'Den neuen Schlüsseln der Zentrale vertrauen',
    title: 'Die Zentrale hat neue Schlüssel',
    lead: 'Seit ihre Schlüssel andere sind, glaubt diese Kasse nichts mehr, was die Zentrale sagt. Mit einem Code aus dem Büro geht es weiter. Auf diesem Tablet ändert sich nichts, und was wartet, wird gesendet.',
    code: 'Code aus dem Büro',
    go: 'Dieser Zentrale vertrauen',
    working: 'Wird geprüft…',
    steps: [
      'Öffnen Sie das Büro selbst, unter der Adresse, die Sie kennen, und melden Sie sich an.',
      'Wählen Sie Kassen, dann Neuer Code neben dem Namen dieser Kasse.',
      'Tippen Sie den Code hier innerhalb von zehn Minuten ein.',
    ],
    done: 'Der Zentrale wird wieder vertraut. Was wartet, wird gesendet.',
  },
  thisTill: {
    title: 'Diese Kasse',
    save: 'Journal als Datei sichern',
    saved: (name) => `Gesichert als ${name}. Das Büro kann die Datei unter Kassen einlesen.`,
    cannotSave:
      'Das Journal ist gerade nicht lesbar. Öffnen Sie stattdessen die Rettungsseite dieser Kasse: /rescue.',
    keptFrom: (day) =>
      `Verkäufe vor dem ${day} liegen nicht mehr auf diesem Tablet: die Zentrale hat sie in einer geprüften Sicherung.`,
    signOut: 'Diese Kasse abmelden',
    signOutLead:
      'Abgemeldet vergisst dieses Tablet die Kasse und fragt nach einem neuen Code: um in einen anderen Laden zu ziehen, oder neu zu beginnen.',
    waiting: (count, value) =>
      plural(
        count,
        `1 Verkauf, ${value}, ist noch nicht in der Zentrale. Die Kasse kann deshalb nicht abgemeldet werden. Verbinden Sie sie; oder sichern Sie das Journal als Datei, lesen Sie diese im Büro ein, und verbinden Sie sie dann.`,
        `${count} Verkäufe, ${value}, sind noch nicht in der Zentrale. Die Kasse kann deshalb nicht abgemeldet werden. Verbinden Sie sie; oder sichern Sie das Journal als Datei, lesen Sie diese im Büro ein, und verbinden Sie sie dann.`,
      ),
    refused:
      'Noch ist nicht alles in der Zentrale. Es wurde nichts geändert; versuchen Sie es noch einmal, wenn die Kasse verbunden ist.',
    why: 'Dieses Tablet wird die Kasse und alles, was darauf ist, vergessen.',
    what: (till) => `${till} abmelden`,
  },
};
