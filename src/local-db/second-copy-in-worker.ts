/** The second copy by its worker; an engine without such files has one copy of the journal, which is no fault. */
import type { CopyReading } from '../journal/compare-copies.ts';
import { writeJournalLine } from '../journal/journal-line.ts';
import { copyAnswerSchema, type CopyAnswer, type CopyRequest } from './second-copy-messages.ts';
import type { SecondCopy } from './second-copy.ts';
import { withinLimit } from './within-limit.ts';

/** A file system that does not answer must not keep the till from starting. */
const ANSWER_MS = 5_000;

type Settled = Exclude<CopyAnswer, { readonly is: 'failed' }>;

export function openSecondCopy(): SecondCopy {
  const worker = new Worker(new URL('./second-copy.worker.ts', import.meta.url), { type: 'module' });
  let lastId = 0;

  async function ask(act: CopyRequest['act'], text = ''): Promise<Settled> {
    lastId += 1;
    const answer = await withinLimit(tell(worker, { id: lastId, act, text }), ANSWER_MS);
    if (answer === 'overLimit') throw new RangeError(`the second copy does not answer to ${act}`);
    if (answer.is === 'failed') throw new RangeError(`the second copy: ${answer.why}`);
    return answer;
  }
  async function order(act: CopyRequest['act'], text = ''): Promise<void> {
    await ask(act, text);
  }

  return {
    read: async () => readingOf(await ask('read').catch(() => null)),
    marker: async () => {
      const answer = await ask('marker').catch(() => null);
      return answer?.is === 'done' ? (answer.texts[0] ?? null) : null;
    },
    mark: (marker) => order('mark', marker),
    append: (facts) => order('append', facts.map((fact) => `${writeJournalLine(fact)}\n`).join('')),
    begin: () => order('begin'),
    finish: () => order('finish'),
    erase: () => order('erase'),
    close: () => worker.terminate(),
  };
}

async function readingOf(answer: Settled | null): Promise<CopyReading> {
  if (answer === null) return { is: 'unreadable' };
  if (answer.is === 'absent' || answer.texts.length === 0) return { is: 'absent' };
  // Once at a start: no part of what every sale needs.
  const { readCopy } = await import('../journal/read-copy.ts');
  const copies = await Promise.all(answer.texts.map(readCopy));
  const runs = copies.flatMap((copy) => copy.runs);
  // Only the oldest file must be whole: a newer one beside it is a rewrite that a crash cut short.
  return { is: 'read', runs, isDamaged: copies[0]?.isDamaged === true };
}

function tell(worker: Worker, request: CopyRequest): Promise<CopyAnswer> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const { signal } = done;
    const hear = (event: MessageEvent<unknown>) => {
      const answer = copyAnswerSchema.parse(event.data);
      if (answer.id !== request.id) return;
      done.abort();
      resolve(answer);
    };
    worker.addEventListener('message', hear, { signal });
    worker.addEventListener(
      'error',
      (event) => {
        done.abort();
        reject(new Error(`the worker of the second copy died: ${event.message}`));
      },
      { signal },
    );
    worker.postMessage(request);
  });
}
