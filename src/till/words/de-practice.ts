/** The words of practice, in German. What stands on a button of the till is written as it is there. */
import type { enPractice } from './en-practice.ts';
import type { Widened } from '../../ui/widened.ts';

export const dePractice: Widened<typeof enPractice> = {
  practice: 'Übung',
  banner: 'ÜBUNG',
  nothingSold: 'Hier wird nichts verkauft, gespeichert oder gesendet',
  you: 'Sie selbst',
  manager: 'Filialleiter der Übung',
  goods: { apple: 'Apfel', bread: 'Brot', coffee: 'Kaffee', mug: 'Becher', cheese: 'Käse' },
  opening: 'Die Übung wird vorbereitet',
  cannotOpen: 'Auf diesem Tablet kann gerade nicht geübt werden',
  cannotOpenLead:
    'Das Verkaufen ist davon nicht berührt. Versuchen Sie es erneut, oder starten Sie das Tablet neu.',
  tryAgain: 'Erneut versuchen',
  coach: 'Anleitung',
  of: (sale, all) => `Verkauf ${sale} von ${all}`,
  step: (step, all) => `Schritt ${step} von ${all}`,
  skip: 'Überspringen',
  restart: 'Von vorn',
  leave: 'Übung beenden',
  leaveShort: 'Beenden',
  missed: 'Das war etwas anderes, macht aber nichts.',
  wellDone: 'Gut gemacht.',
  goOn: 'Drücken Sie „Nächster Verkauf“.',
  lessons: {
    exact: {
      title: 'Passend in bar',
      steps: [
        'Jemand möchte einen Apfel. Tippen Sie auf Apfel.',
        'Drücken Sie auf kassieren.',
        'Der Betrag wird genau hingezählt. Drücken Sie Passend.',
      ],
    },
    change: {
      title: 'Bar mit Rückgeld',
      steps: [
        'Ein Brot. Tippen Sie darauf, oder suchen Sie nach „Brot“.',
        'Drücken Sie auf kassieren.',
        'Sie bekommen mehr als das. Drücken Sie einen der größeren Beträge.',
      ],
    },
    three: {
      title: 'Drei vom Gleichen',
      steps: [
        'Drei Äpfel auf einmal: tippen Sie 3* in das Feld oben.',
        'Tippen Sie nun auf Apfel.',
        'Kassieren Sie, und nehmen Sie das Geld, wie Sie möchten.',
      ],
    },
    card: {
      title: 'Karte, genehmigt',
      steps: [
        'Einen Kaffee, bitte. Tippen Sie auf Kaffee.',
        'Drücken Sie auf kassieren, dann Karte.',
        'Tippen Sie den Betrag ins Kartengerät. Es sagt ja: drücken Sie Genehmigt.',
      ],
    },
    declined: {
      title: 'Karte, abgelehnt',
      steps: [
        'Ein Becher. Tippen Sie auf Becher.',
        'Drücken Sie auf kassieren, dann Karte.',
        'Diesmal sagt das Kartengerät nein. Drücken Sie Abgelehnt.',
        'Es wird doch bar bezahlt. Drücken Sie Bar, dann irgendeinen Betrag.',
      ],
    },
    split: {
      title: 'Teils bar, teils Karte',
      steps: [
        'Noch ein Becher. Tippen Sie auf Becher.',
        'Etwas Bargeld ist da. Kassieren, weniger als die Summe tippen, bar nehmen.',
        'Der Rest geht auf die Karte. Drücken Sie Karte, dann Genehmigt.',
      ],
    },
    weighed: {
      title: 'Ware nach Gewicht',
      steps: [
        'Tippen Sie auf Käse und tippen Sie die Gramm von der Waage, etwa 250.',
        'Kassieren Sie, und nehmen Sie das Geld, wie Sie möchten.',
      ],
    },
    discount: {
      title: 'Ein Rabatt',
      steps: [
        'Dieses Brot ist gedrückt. Tippen Sie auf Brot.',
        'Tippen Sie auf die Zeile im Korb. Wählen Sie Prozent und Grund, dann Fertig.',
        'Kassieren Sie. Wird nach einem Filialleiter gefragt, gilt hier jede PIN.',
      ],
    },
    undo: {
      title: 'Entfernen und zurückholen',
      steps: [
        'Erfassen Sie zwei verschiedene Dinge.',
        'Eins davon doch nicht. Nehmen Sie es mit dem Minus heraus.',
        'Doch, bitte. Drücken Sie Rückgängig.',
        'Kassieren Sie, und nehmen Sie das Geld.',
      ],
    },
    refund: {
      title: 'Eins kommt zurück',
      steps: [
        'Verkaufen Sie zuerst drei Äpfel: 3* tippen, Apfel, kassieren.',
        'Einer von drei Äpfeln kommt zurück. Drücken Sie Bons und wählen Sie den Bon.',
        'Drücken Sie Erstatten, wählen Sie einen Apfel, dann In den Korb.',
        'Drücken Sie auf zurückgeben. Wird nach einem Filialleiter gefragt, gilt hier jede PIN.',
      ],
    },
  },
  over: {
    title: 'Das waren alle zehn',
    lead: (done, all) =>
      `${done} von ${all} haben Sie gemacht. Die echte Kasse sieht genauso aus, nur ohne die Streifen. Üben Sie, sooft Sie möchten.`,
    again: 'Noch einmal',
  },
};
