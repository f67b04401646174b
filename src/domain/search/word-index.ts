/** The words of all names, sorted, and in which names each stands: one array for everything, so that 100,000 names take little room. */

export interface WordIndex {
  /** Distinct, sorted by code unit. */
  readonly words: readonly string[];
  /** All of them behind each other, each with a blank before it: one text to look for inner parts in. */
  readonly text: string;
  /** Where each word's blank stands in the text. */
  readonly places: Uint32Array;
  /** How many first letters each word shares with the one before it. */
  readonly shared: Uint8Array;
  /** The names of word w are `rows[starts[w]]` up to `rows[starts[w + 1]]`. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  /** How many words each name has. */
  readonly lengths: Uint8Array;
  /** The first word of each name. */
  readonly firsts: Uint32Array;
}

const LENGTH_MAX = 255;

/** @param keys what each row is found by, words parted by one blank. */
export function makeWordIndex(keys: readonly string[]): WordIndex {
  const parted = keys.map((key) => [...new Set(key === '' ? [] : key.split(' '))]);
  const words = [...new Set(parted.flat())].sort();
  const numbers = new Map(words.map((word, number) => [word, number]));
  const numbered = parted.map((row) => row.map((word) => numbers.get(word) ?? 0));
  const starts = startsOf(numbered, words.length);
  return {
    words,
    text: words.map((word) => ` ${word}`).join(''),
    places: placesOf(words),
    shared: Uint8Array.from(words, (word, at) => sharedLength(words[at - 1] ?? '', word)),
    starts,
    rows: rowsOf(numbered, starts),
    lengths: Uint8Array.from(parted, (row) => Math.min(row.length, LENGTH_MAX)),
    firsts: Uint32Array.from(numbered, (row) => row[0] ?? 0),
  };
}

function placesOf(words: readonly string[]): Uint32Array {
  const places = new Uint32Array(words.length);
  let place = 0;
  words.forEach((word, at) => {
    places[at] = place;
    place += word.length + 1;
  });
  return places;
}

function startsOf(numbered: readonly (readonly number[])[], words: number): Uint32Array {
  const starts = new Uint32Array(words + 1);
  for (const row of numbered) for (const word of row) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  for (let word = 0; word < words; word += 1)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  return starts;
}

function rowsOf(numbered: readonly (readonly number[])[], starts: Uint32Array): Uint32Array {
  const next = starts.slice();
  const rows = new Uint32Array(starts.at(-1) ?? 0);
  numbered.forEach((row, at) => {
    for (const word of row) {
      const place = next[word] ?? 0;
      rows[place] = at;
      next[word] = place + 1;
    }
  });
  return rows;
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length, LENGTH_MAX);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/** The words that begin so: from the first number up to, not including, the second. */
export function wordsBeginning({ words }: WordIndex, beginning: string): readonly [number, number] {
  return [firstFrom(words, beginning), firstFrom(words, `${beginning}\uffff`)];
}

/** Which word stands at this place of the text. */
export function wordAt({ places }: WordIndex, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first place whose text is not below the given one. */
export function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
