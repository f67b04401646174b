import { expect, test } from 'vitest';
import type { CapabilityStatus, LinkStatus } from '../till-ports.ts';
import { en } from '../words/en.ts';
import { statusView } from './status-view.ts';

const up: CapabilityStatus = { is: 'up', lastContact: 0 };
const down: CapabilityStatus = { is: 'down', since: 0, lastContact: null };
const ALL_UP: LinkStatus = {
  signIn: up,
  sending: up,
  catalogue: up,
  isSending: false,
  lease: { is: 'running', until: 0 },
  trouble: null,
  isClockInDoubt: false,
  device: { persistent: true, installed: true, hasSecondCopy: true },
};
const shown = (link: Partial<LinkStatus>, waitingSales = 0, justSent: number | null = null) =>
  statusView(
    { link: { ...ALL_UP, ...link }, waitingSales, justSent, weekdayTime: () => 'Sat 14:00' },
    en.status,
  );

test('P9 SCREEN-20 all sent and sending are said quietly', () => {
  expect(shown({})).toMatchObject({ tone: 'neutral', pill: 'Up to date', sentence: null });
  expect(shown({}, 3)).toMatchObject({ tone: 'neutral', pill: 'Sending 3' });
});

test('P9 SCREEN-20 with login down and sending working, sales still arrive and selling goes on', () => {
  expect(shown({ signIn: down })).toMatchObject({
    tone: 'here',
    pill: 'Up to date',
    sentence: 'Head office sign-in is down. Keep selling.',
  });
});

test('P9 SCREEN-20 with sending down the pill counts what is saved here, whatever else is down', () => {
  const words = {
    tone: 'here',
    pill: 'Saved on this device (12)',
    sentence: 'Head office cannot be reached. Keep selling.',
  };
  expect(shown({ sending: down }, 12)).toMatchObject(words);
  expect(shown({ sending: down, signIn: down, catalogue: down }, 12)).toMatchObject(words);
});

test('P9 SCREEN-20 the lease says amber when it runs out and when it is over, and selling goes on', () => {
  expect(shown({ sending: down, lease: { is: 'endsSoon', until: 0 } }, 1)).toMatchObject({
    tone: 'mind',
    pill: 'Connect by Sat 14:00',
  });
  expect(shown({ sending: down, lease: { is: 'over' } }, 1)).toMatchObject({
    tone: 'mind',
    pill: 'Saved on this device (1)',
    sentence: 'Selling goes on. Refunds, discounts and price changes need a manager until connected.',
  });
});

test('P9 SCREEN-20 red is for what only a person can put right, and nothing else', () => {
  for (const is of ['full', 'storage', 'key', 'journal', 'sending', 'revoked'] as const) {
    expect(shown({ trouble: { is, detail: null }, sending: down })).toMatchObject({
      tone: 'person',
      pill: 'Needs a manager',
    });
  }
  const calm = [
    shown({}),
    shown({ signIn: down }),
    shown({ sending: down }, 9),
    shown({ lease: { is: 'over' } }),
  ];
  expect(calm.map((view) => view.tone)).not.toContain('person');
});

test('P9 SCREEN-20 no state is told by its colour alone, and none says “error”', () => {
  const views = [
    shown({}),
    shown({}, 1),
    shown({ signIn: down }),
    shown({ sending: down }),
    shown({ trouble: { is: 'key', detail: null } }),
  ];
  expect(new Set(views.map((view) => `${view.pill} ${view.sentence ?? ''}`)).size).toBe(views.length);
  for (const view of views) expect(`${view.pill} ${view.sentence ?? ''}`).not.toMatch(/error/i);
});
