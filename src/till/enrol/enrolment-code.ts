/** What a person types for an enrolment code, and the code that is meant: case, blanks and look-alikes are forgiven. */

export const CODE_LENGTH = 8;

/** The code as far as it was typed: Crockford base32, so O is read as 0, I and L as 1; everything else is left out. */
export function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
    .slice(0, CODE_LENGTH);
}

/** In two groups of four, as it is printed and read aloud. */
export function showCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}
