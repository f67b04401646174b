/** Secrets that the office makes for somebody, shows once and keeps only as a hash. */
import { randomInt } from 'node:crypto';
import { isCommonPin, pinLengthOf } from '../../domain/pin-rule.ts';
import type { Role } from '../../domain/role.ts';
import { ENROLMENT_ALPHABET } from '../../protocol/enrol.ts';

/** As long as the role asks, and none of those that everybody tries first. */
export function makePin(role: Role): string {
  for (;;) {
    const pin = Array.from({ length: pinLengthOf(role) }, () => randomInt(10)).join('');
    if (!isCommonPin(pin)) return pin;
  }
}

const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Eighty random bits in groups that are read aloud: `7K3M-9QTX-…`. */
export function makePassword(): string {
  const letter = () => ENROLMENT_ALPHABET.charAt(randomInt(ENROLMENT_ALPHABET.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
