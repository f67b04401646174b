/** Which words of the index a typed word may mean, and how far each is from it. */
import { nearWords, type NearWord } from './near-words.ts';
import { wordAt, wordsBeginning, type WordIndex } from './word-index.ts';

export interface WordMatch {
  readonly word: number;
  /** 0 is the word itself. */
  readonly cost: number;
}

/** A beginning costs less than an inner part, which costs less than a typing error. */
const BEGINNING = 4;
const INNER = 10;
const EDIT = 12;
const EDIT_IN_BEGINNING = 4;
/** Of words as near as each other the one that many names have is meant. */
const RARE = [2, 1, 0];

/** The word itself, and all it begins. */
export function matchPlain(index: WordIndex, typed: string): WordMatch[] {
  const [from, to] = wordsBeginning(index, typed);
  return Array.from({ length: to - from }, (_, step) => from + step).map((word) => ({
    word,
    cost: index.words[word] === typed ? 0 : BEGINNING,
  }));
}

/** As many words as somebody types; each is looked for once while the next ones are typed. */
const REMEMBERED_MAX = 16;

/** The word itself, what it begins, words that have it inside, as *Vollkornbrot* has *brot*, and words a typing error away. */
export function makeLooseMatcher(index: WordIndex): (typed: string) => readonly WordMatch[] {
  const remembered = new Map<string, readonly WordMatch[]>();
  return (typed) => {
    const known = remembered.get(typed);
    if (known !== undefined) return known;
    const matches = [...matchPlain(index, typed), ...matchInside(index, typed), ...matchNear(index, typed)];
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(typed, matches);
    return matches;
  };
}

function matchInside(index: WordIndex, typed: string): WordMatch[] {
  if (typed.length < 3) return [];
  const inside: WordMatch[] = [];
  let place = index.text.indexOf(typed);
  while (place !== -1) {
    const word = wordAt(index, place);
    if (index.places[word] !== place - 1) inside.push({ word, cost: INNER });
    place = index.text.indexOf(typed, place + 1);
  }
  return inside;
}

function matchNear(index: WordIndex, typed: string): WordMatch[] {
  const edits = editsAllowed(typed);
  if (edits === 0) return [];
  return nearWords(index, typed, edits)
    .filter((near) => isLikely(near, typed))
    .map((near) => ({ word: near.word, cost: costOf(near, index) }));
}

/** A figure is right or wrong; in short words one letter may be, in longer ones two. */
function editsAllowed(typed: string): number {
  if (/\d/.test(typed) || typed.length < 4) return 0;
  return typed.length < 7 ? 1 : 2;
}

/** With few letters a wrong beginning would mean half of the dictionary. */
function isLikely({ isBeginning, edits }: NearWord, typed: string): boolean {
  return !isBeginning || typed.length >= edits * 3 + 2;
}

function costOf({ word, edits, isBeginning }: NearWord, { starts }: WordIndex): number {
  const names = (starts[word + 1] ?? 0) - (starts[word] ?? 0);
  const rarity = RARE[Math.min(2, Math.floor(Math.log10(names)))] ?? 0;
  return EDIT * edits + (isBeginning ? EDIT_IN_BEGINNING : 0) + rarity;
}
