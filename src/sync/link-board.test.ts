import { beforeEach, expect, test } from 'vitest';
import type { PlainEvent } from '../local-db/record-event.ts';
import { makeLinkBoard, type LinkBoard } from './link-board.ts';
import { TRIES_TO_SAY_DOWN } from './link-watch.ts';

let told: PlainEvent[];
let board: LinkBoard;
let now = 1_000;
beforeEach(async () => {
  told = [];
  board = makeLinkBoard((event) => {
    told.push(event);
    return Promise.resolve();
  });
  await board.judge('sending', 'well', tried());
});

function tried() {
  now += 1_000;
  return { beganAt: now, beganMono: now, endedAt: now, endedMono: now };
}

async function failing(judge: LinkBoard['judge']): Promise<void> {
  for (let tries = 0; tries < TRIES_TO_SAY_DOWN; tries += 1) await judge('sending', 'badly', tried());
}

test('DRILL-21 P11 what a drill makes look down looks down, is told as no outage, and is up again when it is over', async () => {
  board.setDrilled(['sending']);
  await failing(board.judge);
  expect(board.current().sending.is).toBe('down');
  board.setDrilled([]);
  expect(board.current().sending.is).toBe('up');
  expect(told).toEqual([]);
});

test('DRILL-22 P11 an outage that begins during a drill is told as what it is, and is seen when the drill is over', async () => {
  board.setDrilled(['sending']);
  await failing(board.judge);
  await failing(board.judgeReally);
  expect(told.map(({ kind }) => kind)).toEqual(['outageNoticed']);
  board.setDrilled([]);
  expect(board.current().sending.is).toBe('down');
  await board.judge('sending', 'well', tried());
  expect(told.map(({ kind }) => kind)).toEqual(['outageNoticed', 'outageEnded']);
});

test('DRILL-22 what no drill is about is judged as ever', async () => {
  board.setDrilled(['signIn']);
  await failing(board.judge);
  expect(board.current().sending.is).toBe('down');
  expect(told.map(({ kind }) => kind)).toEqual(['outageNoticed']);
});
