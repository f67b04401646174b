/** Why a step of the shift was not written down, in words. */
import type { Refusal } from '../../domain/refusal.ts';
import type { NotSaved } from '../../local-db/not-saved.ts';
import type { TillWords } from '../words/en.ts';

export type ShiftProblem = Refusal | NotSaved;

export function problemOf(problem: ShiftProblem, words: TillWords): string {
  return problem.is === 'refused' ? words.refused[problem.code] : words.notSaved[problem.why];
}
