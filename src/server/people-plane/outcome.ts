/** What an office route comes to: an answer, or a refusal as a value. */
import type { ProblemCode } from '../../protocol/problem.ts';

export interface Refused {
  readonly is: 'refused';
  readonly status: number;
  readonly code: ProblemCode;
  /** For the log of whoever asked; screens have their own words for the code. */
  readonly title: string;
}

export type Outcome<Body> = { readonly is: 'answer'; readonly body: Body } | Refused;

export function answer<Body>(body: Body): Outcome<Body> {
  return { is: 'answer', body };
}

export function refused(status: number, code: ProblemCode, title: string): Refused {
  return { is: 'refused', status, code, title };
}

/** The same for what is not there and for what is another business's: nobody learns which. */
export const NOT_FOUND = refused(404, 'not-found', 'There is no such thing in this business.');
