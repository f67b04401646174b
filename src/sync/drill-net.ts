/** Stands before the network while an outage drill runs: what is drilled gets no answer, and no server hears of it. */
import type { Drilled } from '../domain/fact-body.ts';
import { PEOPLE_PREFIX, TILL_ROUTES } from '../protocol/till-messages.ts';
import type { Net } from './ports.ts';

/** @param drilled asked at each request; null while no drill runs. */
export function drillNet(net: Net, drilled: () => Drilled | null): Net {
  return {
    really: net,
    send: (request) =>
      isDrilled(drilled(), request.target)
        ? Promise.resolve({ is: 'failed', why: 'network' })
        : net.send(request),
  };
}

const SENDING: readonly string[] = [TILL_ROUTES.push, TILL_ROUTES.head, TILL_ROUTES.hole];

function isDrilled(what: Drilled | null, target: string): boolean {
  switch (what) {
    case null:
      return false;
    case 'signIn':
      return target.startsWith(PEOPLE_PREFIX);
    case 'sending':
      return SENDING.includes(target);
    case 'everything':
      return true;
  }
}
