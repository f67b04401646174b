import { expect, test } from 'vitest';
import type { Drilled } from '../domain/fact-body.ts';
import { PEOPLE_PREFIX, TILL_ROUTES } from '../protocol/till-messages.ts';
import { drillNet } from './drill-net.ts';
import type { Net, NetAnswer } from './ports.ts';

const ANSWER: NetAnswer = {
  is: 'answer',
  status: 200,
  isRedirect: false,
  header: () => null,
  body: new Uint8Array(),
};
const TARGETS = [
  TILL_ROUTES.push,
  TILL_ROUTES.head,
  `${TILL_ROUTES.pull}?stream=roster`,
  TILL_ROUTES.claim,
  `${PEOPLE_PREFIX}/sign-in-check`,
];

/** Which of the requests a drill keeps from the server. */
async function keptBack(what: Drilled | null): Promise<readonly string[]> {
  const heard: string[] = [];
  const server: Net = {
    send: ({ target }) => {
      heard.push(target);
      return Promise.resolve(ANSWER);
    },
  };
  const net = drillNet(server, () => what);
  const answers = await Promise.all(
    TARGETS.map((target) => net.send({ method: 'GET', target, headers: {}, body: null, deadlineMs: 1 })),
  );
  const failed = TARGETS.filter((_, index) => answers[index]?.is === 'failed');
  expect([...failed, ...heard].sort()).toEqual([...TARGETS].sort());
  return failed;
}

test('DRILL-20 P11 what is drilled gets no answer and no server hears of it; all else goes through', async () => {
  expect(await keptBack(null)).toEqual([]);
  expect(await keptBack('signIn')).toEqual([`${PEOPLE_PREFIX}/sign-in-check`]);
  expect(await keptBack('sending')).toEqual([TILL_ROUTES.push, TILL_ROUTES.head]);
  expect(await keptBack('everything')).toEqual(TARGETS);
});
