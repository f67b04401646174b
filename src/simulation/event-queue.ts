/** What is to happen, in order of time, and of asking where the time is the same: a binary heap. */
import type { Life } from './life.ts';

export interface Coming {
  readonly at: number;
  readonly turn: number;
  readonly life: Life;
  readonly act: () => void;
}

export interface EventQueue {
  readonly add: (at: number, life: Life, act: () => void) => void;
  readonly first: () => Coming | null;
  readonly takeFirst: () => void;
}

export function makeEventQueue(): EventQueue {
  const heap: Coming[] = [];
  let turns = 0;
  return {
    add: (at, life, act) => {
      turns += 1;
      heap.push({ at, turn: turns, life, act });
      rise(heap, heap.length - 1);
    },
    first: () => heap[0] ?? null,
    takeFirst: () => {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      sink(heap, 0);
    },
  };
}

function rise(heap: Coming[], from: number): void {
  let place = from;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (!isBefore(heap, place, above)) return;
    swap(heap, place, above);
    place = above;
  }
}

function sink(heap: Coming[], from: number): void {
  let place = from;
  for (;;) {
    const left = 2 * place + 1;
    const smaller = left + 1 < heap.length && isBefore(heap, left + 1, left) ? left + 1 : left;
    if (smaller >= heap.length || !isBefore(heap, smaller, place)) return;
    swap(heap, smaller, place);
    place = smaller;
  }
}

function isBefore(heap: readonly Coming[], one: number, other: number): boolean {
  const [a, b] = [heap[one], heap[other]];
  if (a === undefined || b === undefined) return false;
  return a.at < b.at || (a.at === b.at && a.turn < b.turn);
}

function swap(heap: Coming[], one: number, other: number): void {
  const [a, b] = [heap[one], heap[other]];
  if (a === undefined || b === undefined) return;
  heap[one] = b;
  heap[other] = a;
}
