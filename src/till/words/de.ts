/** Every word the clerk reads, in German. */
import { deSell } from './de-sell.ts';
import type { TillWords } from './en.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const de: TillWords = {
  ...deSell,
  practice: 'Übung',
  starting: 'Wird gestartet',
  lock: {
    title: 'Wer verkauft?',
    place: (business, shop, till) => `${business}, ${shop} · ${till}`,
    pinFor: (name) => `Hallo ${name}, Ihre PIN`,
    choose: 'Wählen Sie Ihren Namen, dann tippen Sie Ihre PIN.',
    checking: 'Wird geprüft…',
    other: 'Jemand anderes',
    roles: { clerk: 'Verkauf', supervisor: 'Schichtleitung', manager: 'Filialleitung', owner: 'Inhaber' },
    people: 'Personen',
    nobody: 'Auf der Liste dieser Kasse steht noch niemand.',
    nobodyLead: 'Fügen Sie im Büro Personen hinzu. Sie erscheinen hier von selbst.',
    unlock: 'Nach der PIN eines Filialleiters fragen',
    unlockTitle: (name) => `${name} wieder zulassen`,
    practise: 'Üben',
    forgot: 'PIN vergessen? · Heute jemand Neues?',
    unlocked: (name) => `${name} darf es wieder versuchen.`,
  },
  pin: {
    wrong: (triesLeft) =>
      triesLeft === 1
        ? 'Diese PIN stimmt nicht. Noch 1 Versuch vor einer Wartezeit.'
        : `Diese PIN stimmt nicht. Noch ${triesLeft} Versuche vor einer Wartezeit.`,
    wrongNow: 'Diese PIN stimmt nicht.',
    wait: (seconds) =>
      seconds > 90
        ? `Zu viele falsche PINs. In ${Math.ceil(seconds / 60)} Minuten geht es weiter.`
        : `Zu viele falsche PINs. In ${plural(seconds, '1 Sekunde', `${seconds} Sekunden`)} geht es weiter.`,
    locked: (name) =>
      `${name} ist nach zehn falschen PINs auf dieser Kasse gesperrt. Ein Filialleiter kann ${name} wieder zulassen.`,
    noPin: (name) =>
      `${name} hat noch keine PIN. Tippen Sie auf „PIN vergessen?“ und wählen Sie eine, wenn ein Filialleiter dabei ist.`,
    unknownPerson: 'Diese Person steht nicht mehr auf der Liste dieser Kasse.',
    notAllowed: 'Das darf nur die Schichtleitung oder ein Filialleiter.',
    cannotSave:
      'Dieses Tablet kann gerade nichts speichern, deshalb kann sich niemand anmelden. Tippen Sie auf „Bitte einen Filialleiter holen“, um zu sehen, was zu tun ist.',
  },
  approval: {
    title: 'Bitte die PIN eines Filialleiters',
    why: {
      'return-without-receipt': 'Ware kommt ohne Bon zurück.',
      'return-over-limit': 'Es kommt mehr zurück, als diese Kasse allein erstatten darf.',
      'return-too-old': 'Der Bon ist älter, als der Laden Ware zurücknimmt.',
      'discount-over-limit': 'Das ist mehr Nachlass, als Sie allein geben dürfen.',
      'cash-move': 'Bargeld verlässt die Lade ohne Verkauf.',
      'out-of-contact':
        'Diese Kasse ist zu lange ohne Verbindung, um allein zu erstatten oder Preise zu ändern.',
    },
    chooser: 'Wer stimmt zu?',
    pinOf: (name) => `PIN von ${name}`,
    nobody: 'Auf der Liste dieser Kasse steht niemand, der zustimmen darf.',
    what: (sum) => `${sum} zurückgeben`,
  },
  nav: { label: 'Kasse', sell: 'Verkaufen', receipts: 'Bons', shift: 'Schicht', lock: 'Sperren' },
  who: (till, since) => `${till} · Schicht seit ${since}`,
  lockAs: (name) => `${name}. Kasse sperren`,
  status: {
    title: 'Zustand',
    upToDate: 'Alles gesendet',
    sending: (count) => `${count} werden gesendet`,
    saved: (count) => `Auf diesem Gerät gespeichert (${count})`,
    savedNone: 'Auf diesem Gerät gespeichert',
    sent: (count) => plural(count, '1 Verkauf gesendet', `${count} Verkäufe gesendet`),
    connectBy: (when) => `Verbinden bis ${when}`,
    needsManager: 'Bitte einen Filialleiter holen',
    signInDown: 'Die Anmeldung der Zentrale ist ausgefallen. Verkaufen Sie weiter.',
    unreachable: 'Die Zentrale ist nicht erreichbar. Verkaufen Sie weiter.',
    leaseOver:
      'Der Verkauf geht weiter. Erstattungen, Rabatte und Preisänderungen brauchen einen Filialleiter, bis die Kasse verbunden ist.',
    trouble: {
      full: 'Auf diesem Tablet ist kein Platz mehr, es kann kein Verkauf gespeichert werden. Was gespeichert war, ist noch da. Ein Filialleiter schafft Platz; dann geht es von selbst weiter.',
      storage:
        'Dieses Tablet kann nicht sicher speichern. Verkaufen Sie hier nicht weiter und rufen Sie einen Filialleiter.',
      key: 'Der Schlüssel dieser Kasse ist nicht lesbar. Ein Filialleiter muss sie neu einrichten.',
      sending:
        'Etwas auf diesem Tablet hält Verkäufe vom Senden ab. Sie sind hier gespeichert. Ein Filialleiter muss nachsehen.',
      root: 'Die Zentrale antwortet mit Schlüsseln, die diese Kasse nicht kennt. Verkaufen Sie weiter. Ein Filialleiter tippt einen Code aus dem Büro ein, unten bei „Diese Kasse“.',
      journal: 'Das Journal der Kasse geht nicht auf. Ein Filialleiter muss nachsehen.',
      revoked:
        'Das Büro hat diese Kasse außer Dienst genommen. Was hier gespeichert ist, wird noch gesendet.',
    },
    tryNow: 'Jetzt versuchen',
    trying: 'Wird versucht…',
    waitingTitle: 'Wartet auf diesem Gerät',
    waitingNone: 'Nichts wartet. Jeder Verkauf ist in der Zentrale.',
    waiting: (count, value) => plural(count, `1 Verkauf, ${value}`, `${count} Verkäufe, ${value}`),
    waitingLead: 'Sie sind hier sicher und werden von selbst gesendet.',
    capability: {
      sending: 'Verkäufe senden',
      signIn: 'Anmeldung der Zentrale',
      catalogue: 'Artikel und Preise',
    },
    capabilityNote: {
      sending: 'Verkäufe bleiben hier, bis es wieder geht.',
      signIn: 'Nur das Büro braucht sie. Ihre PIN gilt auch ohne sie.',
      catalogue: 'Die Kasse verkauft zu den Preisen, die sie hat.',
    },
    works: (when) => `Geht · ${when}`,
    worksNow: 'Geht',
    down: (since) => `Nicht seit ${since}`,
    notYet: 'Noch nicht versucht',
    last: (when) => `letzter Kontakt ${when}`,
    never: 'von hier noch nie erreicht',
    detail: (detail) => `Was das Tablet sagte: ${detail}`,
    clockDoubt: 'Die Uhr dieses Tablets ist nicht sicher. Das klärt der nächste Kontakt.',
    device: 'Dieses Gerät',
    unsafe:
      'Der Browser kann löschen, was auf diesem Tablet gespeichert ist, wenn der Platz knapp wird. Die Filialleitung sieht unter Stand, was zu tun ist.',
    about: 'Über diese Kasse',
    rows: {
      till: 'Kasse',
      products: 'Artikel',
      people: 'Personenliste',
      lease: 'Alle Rechte bis',
      app: 'App',
      last: 'Letzter Bon',
    },
    version: (version) => `Version ${version}`,
    leaseOverShort: 'vorbei: Erstattungen brauchen die PIN eines Filialleiters',
    sound: 'Töne',
    mine: {
      title: (name) => `Für ${name}`,
      language: 'Sprache',
      layout: 'Anordnung',
      hand: { right: 'Korb rechts', left: 'Korb links' },
    },
  },
};
