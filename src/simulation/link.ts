/** The line from one tablet to head office. It loses, delays, cuts, repeats and makes up answers, as its weather says. */
import type { NetAnswer, NetRequest } from '../sync/ports.ts';
import type { ChanceStream } from './chance-stream.ts';
import { makeAnswer } from '../testing/make-answer.ts';
import { FAILED } from './head-office.ts';
import { FOREVER, type Life } from './life.ts';
import { BLOCKED, type Weather } from './weather.ts';
import type { World } from './world.ts';

export interface Link {
  weather: Weather;
  /** Requests that head office has seen, the newest last: someone on the way may send them again. */
  readonly seen: NetRequest[];
  /** When each request was sent, for finding busy loops. */
  readonly sentAt: number[];
  readonly send: (request: NetRequest, life: Life) => Promise<NetAnswer>;
}

type Answer = (request: NetRequest) => Promise<NetAnswer>;

export interface LinkEnds {
  readonly office: Answer;
  /** Well-formed and sealed, by somebody else's keys. */
  readonly foreign: Answer;
}

const SEEN_MAX = 20;
const SMALL_BODY_BYTES = 3_000;
const SLOW_MS = 30_000;

export function makeLink(world: World, name: string, { office, foreign }: LinkEnds): Link {
  const chance = world.chance(`link ${name}`);
  let earlier: NetAnswer | null = null;
  const link: Link = { weather: 'clear', seen: [], sentAt: [], send };

  function send(request: NetRequest, life: Life): Promise<NetAnswer> {
    const sentAt = world.now();
    const isStruck = world.call();
    link.sentAt.push(sentAt);
    return new Promise((resolve) => {
      const late = { is: 'failed', why: 'deadline' } as const;
      const arrive = (answer: NetAnswer): void =>
        resolve(world.now() - sentAt >= request.deadlineMs ? late : answer);
      world.after(request.deadlineMs, life, () => resolve(late));
      world.after(chance.whole(10, 120), FOREVER, () => {
        void through(request).then((answer) => {
          if (isStruck) resolve(FAILED);
          else if (answer !== null) world.after(backMs(), life, () => arrive(answer));
        });
      });
    });
  }

  /** @returns null when nothing ever comes back. */
  async function through(request: NetRequest): Promise<NetAnswer | null> {
    const { weather } = link;
    const blocked = BLOCKED[weather];
    if (weather !== 'clear') world.count(`fault: link ${weather}`);
    if (blocked !== undefined) return makeAnswer(blocked.status, blocked.headers, blocked.body);
    if (weather === 'offline') return FAILED;
    if (weather === 'hangs') return null;
    if (weather === 'foreignServer') return foreign(request);
    if (weather === 'replays' && earlier !== null) return earlier;
    if (weather === 'smallBodies' && (request.body?.length ?? 0) > SMALL_BODY_BYTES) return tooLarge;
    if (weather === 'flaky' && chance.happens(0.3)) return FAILED;
    return forward(request, weather);
  }

  async function forward(request: NetRequest, weather: Weather): Promise<NetAnswer | null> {
    remember(link.seen, request);
    const answer = await office(request);
    if (answer.is === 'answer' && answer.status === 200) earlier = answer;
    if (weather === 'losesReplies' && chance.happens(0.7)) return null;
    if (weather === 'flaky' && chance.happens(0.3)) return FAILED;
    return weather === 'truncates' ? cut(answer, chance) : answer;
  }

  function backMs(): number {
    return link.weather === 'slow' ? SLOW_MS + chance.whole(0, SLOW_MS) : chance.whole(10, 120);
  }

  return link;
}

const tooLarge = makeAnswer(413, { 'content-type': 'text/html' }, '<h1>413</h1>');

function remember(seen: NetRequest[], request: NetRequest): void {
  seen.push(request);
  if (seen.length > SEEN_MAX) seen.shift();
}

function cut(answer: NetAnswer, chance: ChanceStream): NetAnswer {
  if (answer.is === 'failed') return answer;
  return { ...answer, body: answer.body.slice(0, chance.whole(0, answer.body.length - 1)) };
}
