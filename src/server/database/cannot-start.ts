/** The machine or its set-up does not allow a start; the message is written for the person at the terminal. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
