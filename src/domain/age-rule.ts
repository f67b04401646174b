/** Goods that not everybody may buy: the age a basket asks for, and whether it was looked at. */
import type { OpenSale } from './sale.ts';

/** The highest age that goods of the basket ask for and nobody has checked; null when there is none. */
export function ageToCheck({ lines, ageCheck }: OpenSale): number | null {
  const asked = lines
    .filter((line) => line.origin.is === 'sold')
    .reduce((highest, { minimumAge }) => Math.max(highest, minimumAge ?? 0), 0);
  return asked > (ageCheck?.age ?? 0) ? asked : null;
}
