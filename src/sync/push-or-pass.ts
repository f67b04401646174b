/** Pushes what follows the watermark; where this tablet does not have it any more, that is declared as a hole instead. */
import type { PushAnswer } from '../protocol/push.ts';
import type { Exchanged, Line } from './exchange.ts';
import type { LateParts } from './late-parts.ts';
import type { Journal } from './ports.ts';
import { pushFacts, type Offer, type Pushed } from './push-facts.ts';

export interface PushedOrPassed extends Pushed {
  /** The server lacks what lies before our first fact: declares it, where nobody here can supply it. */
  readonly passMissing: (answer: PushAnswer) => Promise<boolean>;
}

export async function pushOrPass(
  line: Line,
  journal: Journal,
  offer: Offer,
  limit: number,
  late: LateParts,
): Promise<PushedOrPassed> {
  const { after } = offer;
  const pass = (wanted: number) => passGap(line, journal, offer, wanted, late);
  const passMissing = async ({ head, expected }: PushAnswer): Promise<boolean> => {
    const isMissing = expected !== null && expected <= after.no && head.no < after.no;
    return isMissing && (await pass(expected)).is === 'ok';
  };
  const pushed = await pushFacts(line, journal, offer, limit);
  if (pushed.sent > 0) return { ...pushed, passMissing };
  return { sent: 0, exchanged: await pass(after.no + 1), passMissing };
}

/** Where nothing is missing there is nothing to say, and so no news. */
async function passGap(
  line: Line,
  journal: Journal,
  { inc, chain = inc }: Offer,
  wanted: number,
  late: LateParts,
): Promise<Exchanged<PushAnswer>> {
  const hole = await journal.holeAt(inc, wanted);
  if (hole === null) return { is: 'noNews', why: 'server', retryAfterMs: 0 };
  const declareHole = await late.declareHole();
  const declared = await declareHole(line, journal, chain, hole);
  const { from, to, why } = hole;
  // Once head office knows it: a till that tries for a week does not write down a week of tries.
  if (declared.is === 'ok') {
    await journal.record({ kind: 'holeDeclared', body: { inc: chain, from, to, why } });
  }
  return declared;
}
