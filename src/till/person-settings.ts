/** How each person likes this till: kept on the till, outside the journal, because losing it loses nothing. */
import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { LANGUAGES } from './language/spoken-language.ts';

const settingsSchema = z.object({
  /** Null: the shop's own. */
  language: z.nullable(z.enum(LANGUAGES)),
  /** The hand that taps the basket: the basket lies on its side. */
  hand: z.enum(['right', 'left']),
});
export type PersonSettings = z.infer<typeof settingsSchema>;

/** Whose settings hold while nobody is signed in: nobody changes them. */
export const NOBODY = '';

const ORDINARY: PersonSettings = { language: null, hand: 'right' };

const listeners = new Set<() => void>();
const known = new Map<string, PersonSettings>();

export function personSettings(person: string): PersonSettings {
  const remembered = known.get(person);
  if (remembered !== undefined) return remembered;
  const settings = readSettings(person);
  known.set(person, settings);
  return settings;
}

export function changePersonSettings(person: string, change: Partial<PersonSettings>): void {
  const settings = { ...personSettings(person), ...change };
  known.set(person, settings);
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(settings));
  } catch {
    // A full or closed storage: it holds until the app is closed.
  }
  for (const listener of listeners) listener();
}

export function usePersonSettings(person: string): PersonSettings {
  return useSyncExternalStore(subscribe, () => personSettings(person));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readSettings(person: string): PersonSettings {
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null'));
    return parsed.success ? parsed.data : ORDINARY;
  } catch {
    // Something else's, or no storage at all.
    return ORDINARY;
  }
}

function keyOf(person: string): string {
  return `evertill.person.${person}`;
}
