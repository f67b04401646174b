/** Who worked at this till last; the tablet remembers it, so that a change of clerk is one tap and a PIN. */

const STORAGE_KEY = 'evertill.recent';
const RECENT_MAX = 3;

/** The last three first, the others as the roster has them. */
export function recentFirst<Person extends { readonly id: string }>(
  staff: readonly Person[],
  recent: readonly string[],
): Person[] {
  const first = recent.flatMap((id) => staff.filter((person) => person.id === id));
  return [...first, ...staff.filter((person) => !recent.includes(person.id))];
}

export function remembered(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, RECENT_MAX);
}

export function recentPeople(): string[] {
  try {
    return (localStorage.getItem(STORAGE_KEY) ?? '').split(' ').filter((id) => id !== '');
  } catch {
    // Storage is closed to us: the roster's own sequence does.
    return [];
  }
}

export function rememberPerson(id: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, remembered(recentPeople(), id).join(' '));
  } catch {
    // As above.
  }
}
