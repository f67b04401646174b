/** A network that carries every request and loses a share of the answers: the server has done its work, the till has not heard. */
import type { Net } from '../../sync/ports.ts';

export interface LossyNet extends Net {
  readonly lost: () => number;
  readonly asked: () => number;
}

/** @param share of the answers that get lost. @param chance at least 0, below 1. */
export function makeLossyNet(net: Net, share: number, chance: () => number): LossyNet {
  let asked = 0;
  let lost = 0;
  return {
    asked: () => asked,
    lost: () => lost,
    send: async (request) => {
      asked += 1;
      const answer = await net.send(request);
      if (answer.is === 'failed' || chance() >= share) return answer;
      lost += 1;
      return { is: 'failed', why: 'network' };
    },
  };
}
