/** How far somebody has come in practice: one pure step for each thing that the coach sees or is told. */
import type { SellState } from '../sell/sell-state.ts';
import { LESSONS, NOTHING_SEEN, stepAt, type Lesson, type Seen } from './lessons.ts';
import type { WatchedAct } from './practice-context.ts';

export interface PracticeProgress {
  /** Index in LESSONS; as many as there are when all is over. */
  readonly at: number;
  readonly seen: Seen;
  /** The line that was taken away last in this lesson. */
  readonly removedLine: number | null;
  /** A sale was paid, and it was not the one asked for. */
  readonly isMissed: boolean;
  /** Indexes of the lessons that were done, not skipped. */
  readonly done: readonly number[];
}

export type PracticeEvent =
  | WatchedAct
  | { readonly is: 'desk'; readonly state: SellState }
  | { readonly is: 'skip' }
  | { readonly is: 'restart' };

export const START_OF_PRACTICE: PracticeProgress = {
  at: 0,
  seen: NOTHING_SEEN,
  removedLine: null,
  isMissed: false,
  done: [],
};

export function practiceStep(progress: PracticeProgress, event: PracticeEvent): PracticeProgress {
  switch (event.is) {
    case 'desk':
      return seeDesk(progress, event.state);
    case 'pay':
      return seePay(progress, event.pay);
    case 'place':
      return seePlace(progress, event.place);
    case 'skip':
      return nextLesson(progress);
    case 'restart':
      return { ...START_OF_PRACTICE, seen: anew(progress.seen) };
  }
}

export function lessonNow({ at }: PracticeProgress): Lesson | null {
  return LESSONS[at] ?? null;
}

/** All its steps are done: the next sale begins the next lesson. */
export function isLessonDone(progress: PracticeProgress): boolean {
  const lesson = lessonNow(progress);
  return lesson !== null && stepAt(lesson, progress.seen) === lesson.steps.length;
}

function seeDesk(progress: PracticeProgress, { sale, notice, box }: SellState): PracticeProgress {
  const { seen } = progress;
  const removedLine = notice?.is === 'removed' ? notice.line.line : progress.removedLine;
  const isBack = notice?.is !== 'removed' && sale.lines.some(({ line }) => line === removedLine);
  return {
    ...progress,
    removedLine,
    seen: {
      ...seen,
      lines: sale.lines,
      typedQuantity: seen.typedQuantity || box.times !== null,
      removed: seen.removed || removedLine !== null,
      undone: seen.undone || isBack,
    },
  };
}

function seePay(
  progress: PracticeProgress,
  { way, tenders, problem }: Extract<WatchedAct, { is: 'pay' }>['pay'],
): PracticeProgress {
  const { seen } = progress;
  const declined = seen.declined || problem?.is === 'declined';
  return { ...progress, seen: { ...seen, way, parts: tenders.length, declined } };
}

function seePlace(
  progress: PracticeProgress,
  place: Extract<WatchedAct, { is: 'place' }>['place'],
): PracticeProgress {
  if (place.is === 'sell' && isLessonDone(progress)) return nextLesson(markDone(progress));
  const seen = { ...progress.seen, place: place.is };
  if (place.is !== 'paid') return { ...progress, seen };
  const isKnown = seen.receipts.some(({ body }) => body.sale === place.receipt.body.sale);
  const paid = {
    ...progress,
    seen: isKnown ? seen : { ...seen, receipts: [...seen.receipts, place.receipt] },
  };
  const lesson = lessonNow(paid);
  if (lesson === null || stepAt(lesson, paid.seen) > 0) return paid;
  // What was seen on the way belongs to the sale that went wrong.
  const { receipts, earlier } = paid.seen;
  return {
    ...paid,
    isMissed: true,
    removedLine: null,
    seen: { ...NOTHING_SEEN, place: 'paid', receipts, earlier },
  };
}

function markDone(progress: PracticeProgress): PracticeProgress {
  return { ...progress, done: [...progress.done, progress.at] };
}

function nextLesson({ at, seen, done }: PracticeProgress): PracticeProgress {
  return { ...START_OF_PRACTICE, at: Math.min(at + 1, LESSONS.length), done, seen: anew(seen) };
}

/** The next lesson knows where the clerk is and what was sold before, and nothing else. */
function anew({ place, lines, receipts, earlier }: Seen): Seen {
  return { ...NOTHING_SEEN, place, lines, earlier: [...earlier, ...receipts] };
}
