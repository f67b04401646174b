/** How wide this till's paper is; the tablet remembers it. */

export type RollWidth = 58 | 80;

const STORAGE_KEY = 'evertill.roll';
const listeners = new Set<() => void>();
/** Holds for this page where the browser keeps nothing. */
let chosenHere: RollWidth = 80;

export function rollWidth(): RollWidth {
  try {
    const kept = localStorage.getItem(STORAGE_KEY);
    return kept === null ? chosenHere : kept === '58' ? 58 : 80;
  } catch {
    return chosenHere;
  }
}

export function chooseRollWidth(width: RollWidth): void {
  chosenHere = width;
  try {
    localStorage.setItem(STORAGE_KEY, String(width));
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

export function listenToRollWidth(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
