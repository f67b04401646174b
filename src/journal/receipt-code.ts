/** The short code under a receipt, K7QF-2M: the first 30 bits of its fact's hash, for people to compare. */
import { ENROLMENT_ALPHABET } from '../protocol/enrol.ts';

const CODE_LENGTH = 6;
const BITS_PER_CHARACTER = 5;

/** @param hash lower-case hex SHA-256 of the fact. */
export function receiptCode(hash: string): string {
  const bits = Number.parseInt(hash.slice(0, 8), 16) >>> 2;
  const code = Array.from({ length: CODE_LENGTH }, (_, index) => {
    const shift = (CODE_LENGTH - 1 - index) * BITS_PER_CHARACTER;
    return ENROLMENT_ALPHABET.charAt((bits >>> shift) & 31);
  }).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
