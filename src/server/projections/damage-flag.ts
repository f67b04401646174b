/** What a tablet found wrong with its own journal: good to know, for what is missing is flagged where it is missing. */
import type { JournalDamaged } from '../../domain/fact-body.ts';
import type { Flag } from './flag.ts';

const wordsOf = {
  factsLost: "The tablet's database had lost its newest facts. They came back from its second copy.",
  diverged: 'The two copies on the tablet told two things. Both are kept, and it goes on with a new series.',
  copyUnreadable:
    'The tablet was cut off and could not read its second copy, so it goes on with a new series to be safe.',
  storageLost: "The tablet's storage was lost. What its second copy held came back under the till's new key.",
} as const satisfies Record<JournalDamaged['why'], string>;

export function damageFlag({ why, recovered }: JournalDamaged): Flag {
  return {
    kind: 'journalDamaged',
    subject: '',
    receipt: null,
    value: 0,
    evidence: [
      { label: 'What the tablet says', text: wordsOf[why] },
      { label: 'Facts that came back', text: String(recovered) },
    ],
  };
}
