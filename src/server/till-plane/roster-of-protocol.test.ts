/** F34 P8: a till strips what it does not know, so a roster must hold only what its version knows, or be kept whole. */
import { expect, test } from 'vitest';
import { verifyRoster } from '../../journal/roster-signature.ts';
import { rosterPageSchema } from '../../protocol/pull.ts';
import { shopPolicySchema, type SignedRoster } from '../../protocol/roster.ts';
import { TRIAL_POLICY } from '../../testing/trial-shop.ts';
import { startTillPlaneApp } from '../../testing/till-plane-app.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { policyOfProtocol } from './roster-of-protocol.ts';

const LATER = ['discounts', 'challengeAge', 'cardCodeAbove', 'embeddedBarcodes', 'idleLockMinutes'] as const;

test('IDEN-50 F34 P8 a till of version 1 gets the rules that version knows, under a signature that stands', async () => {
  const plane = await startTillPlaneApp();
  try {
    const tablet = await plane.newTablet();
    const rosterAt = async (query: string): Promise<SignedRoster> => {
      const heard = await tablet.ask({ method: 'GET', target: `${TILL_ROUTES.pull}?stream=roster${query}` });
      return rosterPageSchema.parse(heard.json).roster;
    };
    await tablet.pull('roster');
    const [old, now] = [await rosterAt(''), await rosterAt('&protocol=2')];
    for (const field of LATER) expect(old.roster.policy).not.toHaveProperty(field);
    expect(old.roster).not.toHaveProperty('sealedBox');
    expect(old.roster).not.toHaveProperty('drawer');
    expect(now.roster.drawer).toMatchObject({
      tills: [{ till: now.roster.till, name: now.roster.tillName }],
      countedAt: now.roster.till,
    });
    expect(now.roster.sealedBox).toBe(plane.keys.sealedBox.publicKey);
    expect(now.roster.policy.discounts?.reasons).toContain('Damaged');
    for (const signed of [old, now]) expect(await verifyRoster(signed, tablet.enrolment.root)).toBe(true);
  } finally {
    await plane.stop();
  }
});

test('IDEN-50 F34 a rule nobody knows yet is kept, so that the signature over it stands', () => {
  const policy = { ...TRIAL_POLICY, ofTheFuture: { is: 'unknown here' } };
  expect(shopPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  expect(policyOfProtocol(policy, 1)).not.toHaveProperty('ofTheFuture');
});
