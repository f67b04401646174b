/** `npm run bench -- acts`: ten everyday acts done on the real screens, in taps, scans, keys and seconds. */
import { fileURLToPath } from 'node:url';
import { AMARA } from '../../../e2e/harness/demo-shop.ts';
import { prepareDemoTill } from '../../../e2e/harness/demo-till.ts';
import { disposeAll } from '../../../e2e/harness/dispose-all.ts';
import { EVERYDAY_ACTS, type EverydayAct } from '../../../e2e/harness/everyday-acts.ts';
import { handsOn, type HandsCount } from '../../../e2e/harness/hands.ts';
import { openShift, signIn } from '../../../e2e/harness/till-screens.ts';
import { buildClientIfNeeded } from '../build-client.ts';
import { percentile } from './percentile.ts';

const ROUNDS = 5;
const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface ActFigures {
  readonly name: string;
  readonly count: HandsCount;
  /** The median. */
  readonly seconds: number;
}

/** A server of its own, a fresh tablet, everything up: an outage changes none of it, as the journeys show. */
export async function measureActs(): Promise<ActFigures[]> {
  await buildClientIfNeeded(root, console.log);
  const { server, tablet } = await prepareDemoTill();
  try {
    const page = tablet.page();
    await signIn(page, AMARA.name, AMARA.pin);
    await openShift(page);
    const figures: ActFigures[] = [];
    for (const act of EVERYDAY_ACTS) figures.push(await measureAct(page, act));
    return figures;
  } finally {
    await disposeAll(tablet, server);
  }
}

type Page = Parameters<typeof handsOn>[0];

async function measureAct(page: Page, { name, before, act, after }: EverydayAct): Promise<ActFigures> {
  const seconds: number[] = [];
  let count: HandsCount = { taps: 0, scans: 0, keys: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const given = (await before?.(page)) ?? '';
    const hands = handsOn(page);
    const started = performance.now();
    await act(hands, given);
    seconds.push((performance.now() - started) / 1000);
    count = hands.count;
    await after(page);
  }
  return { name, count, seconds: percentile(seconds, 0.5) };
}

export function actsTable(figures: readonly ActFigures[]): string {
  const lines = figures.map(
    ({ name, count, seconds }) =>
      `| ${name} | ${count.scans} | ${count.taps} | ${count.keys} | ${seconds.toFixed(1)} |`,
  );
  return ['| act | scans | taps | keys | seconds |', '|---|--:|--:|--:|--:|', ...lines].join('\n');
}
