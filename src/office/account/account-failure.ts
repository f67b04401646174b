/** Why a change of one's own account came to nothing, as its words are called. */
import { troubleOf } from '../ask/office-trouble.ts';
import { accountWords as words } from './account-words.ts';

export type AccountFailure = keyof typeof words.failed;

export function accountFailure(error: Error | null): AccountFailure | null {
  if (error === null) return null;
  const trouble = troubleOf(error);
  if (trouble.is === 'outage') return 'outage';
  return isFailure(trouble.code) ? trouble.code : 'other';
}

function isFailure(code: string): code is AccountFailure {
  return Object.hasOwn(words.failed, code);
}
