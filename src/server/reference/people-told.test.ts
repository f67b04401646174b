/** Who chose a PIN at a till, as head office takes it up: with the next roster it holds on every till. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FactBody } from '../../domain/fact-body.ts';
import { sealText } from '../../journal/sealed-box.ts';
import type { PersonSecret } from '../../protocol/person-body.ts';
import { rosterPageSchema } from '../../protocol/pull.ts';
import type { RosterStaff } from '../../protocol/roster.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import type { PaperTablet } from '../../testing/paper-tablet.ts';
import { startJournalWith, type Circumstances, type TillJournal } from '../../testing/till-journal.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { hashPin } from './hash-pin.ts';

const MANAGER = 's-daniel';
const SUPERVISOR = 's-kenji';
const CLERK = 's-amara';

let plane: TillPlaneApp;
let tablet: PaperTablet;
let journal: TillJournal;
let sent: number;

beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());
beforeEach(async () => {
  tablet = await plane.newTablet();
  journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
  sent = 0;
});

type Kind = 'pinSet' | 'personAdded';

async function told(kind: Kind, staff: string, secret: PersonSecret): Promise<FactBody> {
  const { business, till } = tablet.enrolment;
  const sealedFor = { business, till, kind, staff };
  const sealed = await sealText(plane.keys.sealedBox.publicKey, sealedFor, JSON.stringify(secret));
  if (sealed === null) throw new Error('the server has a key');
  return { kind, body: { staff, sealed } };
}

async function send(fact: FactBody, circumstances: Circumstances): Promise<void> {
  await journal.add(fact, circumstances);
  const { header, lines } = await journal.push(sent + 1);
  expect((await tablet.push(header, lines)).status).toBe(200);
  sent = journal.facts.length;
}

/** Of the fact sent last. */
async function outcome(): Promise<string | undefined> {
  const read = async () =>
    (
      await plane.owner.query<{ outcome: string }>(
        'select outcome from evertill.person_told where till = $1 and outcome is not null order by seq',
        [tablet.enrolment.till],
      )
    ).rows.map((row) => row.outcome);
  await expect.poll(read, { timeout: 60_000 }).toHaveLength(sent);
  return (await read()).at(-1);
}

async function flagText(): Promise<string> {
  const { rows } = await plane.owner.query<{ evidence: unknown }>(
    `select evidence from evertill.flag where till = $1 and kind = 'unknownStaff'`,
    [tablet.enrolment.till],
  );
  return JSON.stringify(rows);
}

async function onRoster(staff: string): Promise<RosterStaff | undefined> {
  // The first answer of a quiet tablet brings it a nonce.
  await tablet.pull('roster');
  const heard = await tablet.ask({ method: 'GET', target: `${TILL_ROUTES.pull}?stream=roster&protocol=2` });
  return rosterPageSchema.parse(heard.json).roster.roster.staff.find(({ id }) => id === staff);
}

/** As this till would check it. */
async function isPinOf(person: RosterStaff | undefined, pin: string): Promise<boolean> {
  if (person === undefined) return false;
  const pepper = Buffer.from(tablet.enrolment.pepper, 'base64url');
  const hash = await hashPin(pin, Buffer.from(person.pinSalt, 'base64url'), person.pinParameters);
  const key = await crypto.subtle.importKey('raw', pepper, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const verifier = Buffer.from(await crypto.subtle.sign('HMAC', key, new Uint8Array(hash)));
  return verifier.toString('base64url') === person.verifier;
}

test('IDEN-54 P2 somebody new at a till is on the next roster as a clerk, with the PIN they chose', async () => {
  const staff = `s-new-${tablet.enrolment.till}`;
  await send(await told('personAdded', staff, { name: 'Zoë', pin: '7391' }), { approver: SUPERVISOR });
  expect(await outcome()).toBe('taken');
  const person = await onRoster(staff);
  expect(person).toMatchObject({ name: 'Zoë', role: 'clerk', pinLength: 4 });
  expect(await isPinOf(person, '7391')).toBe(true);
  expect(await isPinOf(person, '7392')).toBe(false);
});

test('IDEN-54 the PIN chosen last counts, in whatever sequence tills tell of it', async () => {
  const at = Date.UTC(2025, 4, 6, 9);
  await send(await told('pinSet', CLERK, { name: null, pin: '2846' }), { approver: MANAGER, at });
  expect(await outcome()).toBe('taken');
  await send(await told('pinSet', CLERK, { name: null, pin: '5937' }), {
    approver: MANAGER,
    at: at - 60_000,
  });
  expect(await outcome()).toBe('older');
  expect(await isPinOf(await onRoster(CLERK), '2846')).toBe(true);
});

test('IDEN-54 F48 what nobody might approve, or what is no good PIN, changes nothing and is flagged', async () => {
  const before = await onRoster(MANAGER);
  const refused: [string, string, string | null][] = [
    [MANAGER, '804213', SUPERVISOR],
    [MANAGER, '804213', null],
    [MANAGER, '8042', MANAGER],
    [CLERK, '1234', MANAGER],
    ['s-nobody', '8042', MANAGER],
  ];
  for (const [staff, pin, approver] of refused) {
    await send(await told('pinSet', staff, { name: null, pin }), approver === null ? {} : { approver });
    expect(await outcome(), `${staff} ${pin}`).toBe('refused');
  }
  expect((await onRoster(MANAGER))?.pinSalt).toBe(before?.pinSalt);
  expect(await flagText()).toContain('Nobody approved it who may.');
});

test('IDEN-53 what was sealed for another person opens for nobody else', async () => {
  const fact = await told('pinSet', CLERK, { name: null, pin: '9071' });
  if (fact.kind !== 'pinSet') throw new Error('as told');
  await send({ kind: 'pinSet', body: { ...fact.body, staff: 's-bo' } }, { approver: MANAGER });
  expect(await outcome()).toBe('refused');
  expect(await isPinOf(await onRoster('s-bo'), '9071')).toBe(false);
  expect(await flagText()).toContain('sealed to another key');
});

test('IDEN-54 F48 a till out of service sets nobody’s PIN', async () => {
  await plane.owner.query('update evertill.till set revoked = true, revocation_number = 1 where till = $1', [
    tablet.enrolment.till,
  ]);
  await send(await told('pinSet', 's-bo', { name: null, pin: '9071' }), { approver: MANAGER });
  expect(await outcome()).toBe('refused');
});
