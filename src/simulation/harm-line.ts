/** Which line of a second copy is harmed, and how it reads then. */
import type { ChanceStream } from './chance-stream.ts';

export type LineFault = 'flipped' | 'torn';

const TORN_AT = 90;

/** Only the last line can be torn, for it was being written. @param count at least 1. */
export function harmedPlace(count: number, fault: LineFault, chance: ChanceStream): number {
  return fault === 'torn' ? count - 1 : chance.whole(0, count - 1);
}

export function harmedLine(text: string, fault: LineFault): string {
  return fault === 'torn' ? text.slice(0, TORN_AT) : flip(text);
}

/** One bit of one letter, in the middle. */
function flip(text: string): string {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
}
