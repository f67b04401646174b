/** The words of one's own account and of sign-ins, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enAccount } from './en-account.ts';

export const deAccount: Widened<typeof enAccount> = {
  title: 'Ihre Anmeldung',
  nav: 'Anmeldung',
  password: {
    title: 'Passwort',
    old: 'Das jetzige Passwort',
    wanted: 'Neues Passwort',
    help: (least) =>
      `Mindestens ${least} Zeichen. Ein paar Wörter hintereinander sind gut und leicht zu merken.`,
    go: 'Passwort ändern',
    changed: 'Das Passwort ist geändert. Überall sonst sind Sie abgemeldet.',
    temporary: (until) =>
      `Sie sind mit einem ersten Passwort angemeldet, das jemand anderes gesehen hat. Nach ${until} öffnet es nichts mehr: wählen Sie Ihr eigenes.`,
    choose: 'Eigenes wählen',
  },
  second: {
    title: 'Zweiter Faktor',
    off: 'Aus',
    on: (since) => `An seit ${since}`,
    lead: 'Ein Code aus einer App auf Ihrem Telefon neben dem Passwort. Wer nur das Passwort erfährt, bleibt draußen.',
    begin: 'Einrichten',
    scan: 'Scannen Sie dies mit einer Authenticator-App und tippen Sie die sechs Ziffern, die sie zeigt.',
    qr: 'Das Geheimnis als Bild für eine Authenticator-App',
    secret: 'Oder tippen Sie dies in die App',
    code: 'Code aus der App',
    confirm: 'Anschalten',
    codesTitle: 'Ersatzcodes',
    codesLead:
      'Jeder öffnet das Büro einmal anstelle eines Codes, wenn das Telefon weg ist. Drucken oder notieren Sie sie: sie werden nur jetzt gezeigt.',
    print: 'Drucken',
    done: 'Ich habe sie aufbewahrt',
    left: (count) => `${count} Ersatzcodes sind übrig.`,
    fewLeft: (count) =>
      `Nur ${count} Ersatzcodes sind übrig. Schalten Sie den zweiten Faktor aus und wieder an, um neue zu bekommen.`,
    end: 'Ausschalten',
    endTitle: 'Zweiten Faktor ausschalten?',
    endLead: 'Dann öffnet das Passwort allein das Büro.',
    endCode: 'Code aus der App, oder ein Ersatzcode',
    isOn: 'Der zweite Faktor ist an.',
    isOff: 'Der zweite Faktor ist aus.',
    cancel: 'Abbrechen',
  },
  signIns: {
    title: 'Wo Sie angemeldet sind',
    titleAll: 'Wer angemeldet ist',
    note: 'zwei untätige Stunden beenden eine Anmeldung, und zwölf insgesamt',
    caption: 'Anmeldungen',
    columns: {
      name: 'Wer',
      device: 'Gerät',
      since: 'Seit',
      seen: 'Zuletzt gesehen',
      actions: 'Was möglich ist',
    },
    here: 'diese',
    unknown: 'Unbekanntes Gerät',
    end: 'Beenden',
    endNamed: (name, device) => `Anmeldung von ${name} beenden, ${device}`,
    ended: 'Diese Anmeldung ist zu Ende.',
  },
  failed: {
    outage: 'Die Zentrale ist nicht erreichbar. Nichts wurde geändert.',
    'sign-in-wrong': 'Das ist nicht das Passwort.',
    'code-invalid': 'Dieser Code ist falsch, abgelaufen oder schon benutzt. Warten Sie auf den nächsten.',
    'input-invalid': 'Das neue Passwort ist zu kurz, oder es ist die E-Mail oder das alte Passwort.',
    'too-many-tries': 'Zu viele Versuche. Warten Sie zehn Minuten und versuchen Sie es dann wieder.',
    'already-done': 'Ein zweiter Faktor ist schon an.',
    other: 'Das hat nicht geklappt. Nichts wurde geändert.',
  },
};
