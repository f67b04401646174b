/** Lets the journal follow a sealed answer: the watermark up or down, a server that is another one, a fork. */
import type { PushAnswer } from '../protocol/push.ts';
import type { Journal } from './ports.ts';

/** @returns whether the answer's head is a fact of ours; if not, it moved nothing. */
export async function takePushAnswer(journal: Journal, inc: string, answer: PushAnswer): Promise<boolean> {
  const before = await journal.contact();
  const isProved = await journal.moveWatermark(inc, answer.head);
  // Before the new epoch is written down: a crash in between repeats this, and does not skip it.
  const isAnother = before !== null && before.serverEpoch !== answer.serverEpoch;
  if (isAnother) await journal.distrustServer(isProved ? inc : null);
  await journal.heardAnswer(answer);
  if (answer.forkedAt !== null) await journal.startIncarnation(inc, answer.seriesTaken ?? []);
  return isProved;
}
