/** Why the office got no answer: someone said no, or nobody could be asked. Thrown, because TanStack Query hears failures that way. */
import type { ProblemCode } from '../../protocol/problem.ts';

export type Trouble = { readonly is: 'denied'; readonly code: ProblemCode } | { readonly is: 'outage' };

export class OfficeTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.is === 'denied' ? trouble.code : 'outage');
    this.name = 'OfficeTrouble';
    this.trouble = trouble;
  }
}

/** What broke otherwise is our own fault: to a manager it is an outage like any other. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof OfficeTrouble ? error.trouble : { is: 'outage' };
}

export function isDenied(error: unknown, code: ProblemCode): boolean {
  const trouble = troubleOf(error);
  return trouble.is === 'denied' && trouble.code === code;
}
