/** The words of opening hours, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enHours } from './en-hours.ts';

export const deHours: Widened<typeof enHours> = {
  title: 'Öffnungszeiten',
  help: 'Etwa 9–17:30 oder 9–13, 14–18. Über Mitternacht: 18–2. Leer: geschlossen.',
  why: 'Außerhalb davon schlägt eine Kasse, die verstummt, keinen Alarm. Bleiben alle leer, tut sie es immer.',
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  closed: 'geschlossen',
  asMonday: 'Jeden Tag wie Montag',
  faults: {
    unread: 'Zwei Uhrzeiten wie 9–17:30, oder zwei Paare mit Komma dazwischen.',
    afternoon: 'Wäre das bis zum nächsten Morgen? Schreiben Sie nachmittags 17:00, morgens 05:00.',
    overlaps: 'Diese Zeiten beginnen, bevor die davor zu Ende sind.',
  },
};
