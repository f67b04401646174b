/** The words of what becomes of a till, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enTillChange } from './en-till-change.ts';

export const deTillChange: Widened<typeof enTillChange> = {
  change: 'Ändern',
  changeNamed: (till) => `„${till}“ ändern`,
  changeTitle: (till) => `„${till}“ ändern`,
  save: 'Namen sichern',
  nameLead: 'Das Tablet zeigt ihn, sobald es davon hört. Belege behalten ihre Nummern.',
  newKey: 'Code für dieses Tablet, das seinen Schlüssel verlor',
  replace: 'Anderes Tablet verwenden',
  replaceTitle: (till) => `Anderes Tablet für „${till}“`,
  replaceLead:
    'Das neue Tablet übernimmt die Kasse: Name, Lade und Platz. Seine Belege beginnen mit eigenen Buchstaben.',
  replaceOld:
    'Das bisherige Tablet verkauft weiter, bis der Code benutzt ist; dann hört es auf. Verkäufe, die es noch nicht gesendet hat, kommen an, sobald es sich einschalten lässt; sie zählen, wenn Sie das klären.',
  replaceStolen: 'Wurde das Tablet gestohlen, sperren Sie stattdessen die Kasse.',
  replaceGo: 'Code dafür machen',
  replaceWhy: 'Was mit dem Tablet ist',
  move: 'In einen anderen Laden',
  moveTitle: (till) => `„${till}“ in einen anderen Laden verlegen`,
  moveLead:
    'Was die Kasse verkauft hat, bleibt bei diesem Laden. Hier endet sie, und im anderen Laden wartet eine neue auf das Tablet.',
  moveSteps: [
    'Öffnen Sie am Tablet „Diese Kasse“ und melden Sie die Kasse mit der PIN der Filialleitung ab.',
    'Tippen Sie den Code ein, den Sie jetzt bekommen. Dann ist das Tablet eine Kasse des anderen Ladens.',
  ],
  moveTo: 'In welchen Laden',
  moveName: 'Name der Kasse dort',
  moveGo: 'Hier beenden und Code machen',
  stays: {
    openShift: 'Ihre Schicht ist offen. Schließen Sie die zuerst, dann kann sie umziehen.',
    waitingFacts: 'Noch ist nicht alles angekommen, was sie gemacht hat. Lassen Sie sie erst senden.',
    revoked: 'Sie ist gesperrt.',
  },
  moveRefused: 'Sie kann gerade nicht umziehen: Eine Schicht wurde geöffnet, oder etwas wartet noch auf ihr.',
  spares: 'Reservecodes',
  sparesTitle: 'Reservecodes für den Tresor',
  sparesLead:
    'Geht ein Tablet kaputt, während das Büro nicht zu öffnen ist, macht ein Reservecode jedes Tablet sofort zu einer Kasse dieses Ladens. Drucken Sie zwei und legen Sie sie in den Tresor. Jeder gilt einmal, 90 Tage lang.',
  sparesAgain: 'Früher gedruckte Codes gelten dann nicht mehr.',
  sparesGo: 'Zwei Codes machen',
  sparesShownOnce: 'Sie werden nur jetzt gezeigt. Drucken Sie sie oder schreiben Sie sie auf.',
  spareName: 'Reserve',
  spareUntil: (day) => `gilt bis ${day}, einmal`,
  spareState: 'Reserve, Code im Tresor',
  spareHow: 'Am Tablet Evertill auf den Startbildschirm legen, dort öffnen und den Code eintippen.',
  print: 'Drucken',
};
