/** What the part of every step is given. */
import type { SetUp } from '../../protocol/set-up-messages.ts';
import type { SetUpDesk } from './use-set-up.ts';

export interface StepProps {
  readonly setUp: SetUp;
  readonly desk: SetUpDesk;
  /** To what is open next, by how it stands then. */
  readonly goOn: (setUp: SetUp) => void;
}
