/** While a drill runs, asks the real head office now and then: an outage that begins meanwhile is noticed, and told as what it is. */
import type { Capability } from '../domain/fact-body.ts';
import { beginTry } from './begin-try.ts';
import { nextSendingStep, PROBE_EVERY_MS } from './next-sending-step.ts';
import { FRESH_PACE } from './pace.ts';
import { probeHead } from './push-facts.ts';
import { checkSignIn } from './sign-in-lane.ts';
import { lineOf, type SyncContext } from './sync-context.ts';

const PROBING = { ...FRESH_PACE, circuit: 'open' } as const;

export async function watchThroughDrill(
  context: SyncContext,
  drilled: readonly Capability[],
  signal: AbortSignal,
): Promise<void> {
  const really: SyncContext = { ...context, net: context.net.really ?? context.net };
  while (!signal.aborted) {
    for (const capability of drilled) await lookAt(really, capability, signal);
    await context.timers.wait(PROBE_EVERY_MS, signal);
  }
}

async function lookAt(context: SyncContext, capability: Capability, signal: AbortSignal): Promise<void> {
  const { board, clock } = context;
  const endTry = beginTry(clock);
  const isUp = await answers(context, capability);
  if (isUp === null || signal.aborted) return;
  await board.judgeReally(capability, isUp ? 'well' : 'badly', endTry());
}

/** @returns null where it is not asked: the catalogue comes from where facts go. */
async function answers(context: SyncContext, capability: Capability): Promise<boolean | null> {
  switch (capability) {
    case 'sending':
      return probe(context);
    case 'signIn':
      return checkSignIn(context.net, context.chance);
    case 'catalogue':
      return null;
  }
}

async function probe(context: SyncContext): Promise<boolean | null> {
  const { journal, clock } = context;
  const line = await lineOf(context);
  const now = clock.mono();
  const step = nextSendingStep({ now, branches: await journal.branches(), pace: PROBING, heardAt: null });
  if (line === null || step.is !== 'probe') return null;
  return (await probeHead(line, journal, step)).is === 'ok';
}
