/** What must happen now and then in a long enough run: a simulation in which it never does shows nothing about it. */
export const SOMETIMES = [
  'sometimes: a repeat that changed nothing',
  'sometimes: a batch that began past a gap',
  'sometimes: a fork was raised',
  'sometimes: a commit landed that nobody heard of',
  'sometimes: a sale was shown at the next start',
  'sometimes: a sale was not saved at first (full)',
  'sometimes: a sale was not saved at first (handle)',
  'sometimes: two windows: alreadyRecorded and recorded',
] as const;
