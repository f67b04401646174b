/** The words of taking along what is on a screen, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enExport } from './en-export.ts';

export const deExport: Widened<typeof enExport> = {
  open: 'Mitnehmen',
  title: 'Mitnehmen, was auf dem Bildschirm steht',
  lead: 'Alle Zeilen, nicht nur die sichtbaren. Beträge sind einfache Dezimalzahlen mit Punkt, Zeiten die des Ladens.',
  csv: 'CSV, für eine Tabelle',
  jsonLines: 'JSON Lines, für ein Programm',
  failed:
    'Die Zentrale ist nicht zu erreichen, der Rest der Liste lässt sich also nicht lesen. Versuchen Sie es gleich noch einmal.',
};
