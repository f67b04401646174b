/** What the rescue page shows. */
import type { JournalFile } from '../journal/export-file.ts';
import type { SendEnd } from './send-waiting.ts';
import type { Tablet } from './read-tablet.ts';
import type { Survey, WaitingReceipt } from './survey.ts';

export type PageState =
  | { readonly is: 'looking'; readonly facts: number }
  | { readonly is: 'storageClosed'; readonly detail: string }
  | { readonly is: 'empty' }
  | FoundState;

export interface FoundState {
  readonly is: 'found';
  readonly tablet: Tablet;
  readonly survey: Survey;
  readonly waiting: readonly WaitingReceipt[];
  readonly sending: { readonly is: 'idle' } | { readonly is: 'sending' } | SendEnd;
  readonly copy:
    { readonly is: 'none' } | { readonly is: 'making' } | { readonly is: 'made'; readonly file: JournalFile };
}

export interface PageActs {
  readonly lookAgain: () => void;
  /** With the newest version of the app that can be had. */
  readonly tryTill: () => void;
  readonly send: () => void;
  readonly save: () => void;
  readonly share: (file: JournalFile) => void;
  /** Whether this tablet can pass files on to other apps. */
  readonly canShare: (file: JournalFile) => boolean;
}
