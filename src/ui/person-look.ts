/** What stands for a person without a picture: two letters, and a colour that stays with the id on every till. */

/** Two words give their first letters, one word its first two: *Amara* is AM, *Bo Lind* is BL. */
export function initialsOf(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/u);
  const last = others.at(-1);
  const letters =
    last === undefined ? lettersOf(first).slice(0, 2) : [lettersOf(first)[0], lettersOf(last)[0]];
  return letters.join('').toUpperCase();
}

export const AVATAR_COLOURS = 8;

/** 1 to 8, the number of an avatar colour in the tokens. FNV-1a, because ids that differ in one letter should differ in colour. */
export function avatarColourOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of lettersOf(id)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) % AVATAR_COLOURS) + 1;
}

function lettersOf(text: string): readonly string[] {
  return Array.from(text);
}
