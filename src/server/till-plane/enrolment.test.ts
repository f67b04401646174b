/** How a tablet becomes a till, and whom the till may let in. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { argon2id } from 'hash-wasm';
import { verifyOnlineKeyCertificate, verifyTillCertificate } from '../../journal/certificates.ts';
import { makeTillKey } from '../../journal/keys.ts';
import { verifyRoster } from '../../journal/roster-signature.ts';
import { enrolAnswerSchema, type EnrolAnswer } from '../../protocol/enrol.ts';
import { ENROLMENT_CODE_LIFE_MS } from '../../protocol/limits.ts';
import { pullAnswerSchema } from '../../protocol/pull.ts';
import type { Roster } from '../../protocol/roster.ts';
import { askToEnrol, tabletOf, type PaperTablet } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { CHANGED_CHANNEL } from '../database/changed-channel.ts';
import { demoStaff } from '../demo/demo-staff.ts';
import { DEMO_BUSINESS } from '../demo/seed-demo-business.ts';
import { issueEnrolmentCode } from '../reference/enrolment-code.ts';
import { raiseVersion } from '../reference/raise-version.ts';

let plane: TillPlaneApp;
beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());

async function enrol(
  code: string,
  key?: CryptoKeyPair,
): Promise<{ answer: EnrolAnswer; key: CryptoKeyPair }> {
  const asked = await askToEnrol(plane.app, code, key === undefined ? {} : { key });
  return { answer: enrolAnswerSchema.parse(asked.heard.json), key: asked.key };
}

async function newCode(till: string): Promise<string> {
  const issued = await issueEnrolmentCode(plane.owner, till, plane.clock.now);
  return issued?.code ?? '';
}

async function rosterOf(tablet: PaperTablet): Promise<Roster> {
  const page = pullAnswerSchema.parse((await tablet.pull('roster')).json);
  if (page.stream !== 'roster') throw new Error('not a roster');
  return page.roster.roster;
}

describe('enrolment', () => {
  test('IDEN-1 a code binds the tablet that brings it, with all it needs to trust head office from then on', async () => {
    const { enrolmentCode } = await plane.seed();
    const { heard } = await askToEnrol(plane.app, enrolmentCode);
    expect(heard).toMatchObject({ status: 200, seal: 'sealed' });
    const answer = enrolAnswerSchema.parse(heard.json);
    expect(answer).toMatchObject({ tillName: 'Till 1', series: 'A1', root: plane.keys.root });
    expect(await verifyOnlineKeyCertificate(answer.onlineKey, answer.root)).not.toBeNull();
    expect(await verifyTillCertificate(answer.certificate, answer.root)).toBe(true);
    expect(await verifyRoster(answer.roster, answer.root)).toBe(true);
    expect(Buffer.from(answer.pepper, 'base64url')).toHaveLength(32);
  });

  test('SETUP-12 that a tablet came for its code is told to the offices of its business at once', async () => {
    const { enrolmentCode } = await plane.seed();
    const listening = await plane.owner.connect();
    const heard = new Promise((resolve) => {
      listening.once('notification', ({ payload }) => resolve(payload));
    });
    await listening.query(`listen ${CHANGED_CHANNEL}`);
    await enrol(enrolmentCode);
    expect(await heard).toBe(DEMO_BUSINESS);
    listening.release(true);
  });

  test('IDEN-2 a code works once, and not after its time', async () => {
    const { enrolmentCode } = await plane.seed();
    await enrol(enrolmentCode);
    const again = await askToEnrol(plane.app, enrolmentCode);
    expect(again.heard).toMatchObject({ status: 403, json: { code: 'code-invalid' } });

    const { answer } = await enrol((await plane.seed()).enrolmentCode);
    const late = await newCode(answer.till);
    plane.clock.now += ENROLMENT_CODE_LIFE_MS + 1;
    expect((await askToEnrol(plane.app, late)).heard).toMatchObject({ status: 403 });
  });

  test('IDEN-2 of two codes for one till only the newer works', async () => {
    const { answer } = await enrol((await plane.seed()).enrolmentCode);
    const [older, newer] = [await newCode(answer.till), await newCode(answer.till)];
    expect((await askToEnrol(plane.app, older)).heard.status).toBe(403);
    expect((await askToEnrol(plane.app, newer)).heard.status).toBe(200);
  });

  test('IDEN-3 F15 a tablet whose answer was lost asks again with the same key and gets the same', async () => {
    const { enrolmentCode } = await plane.seed();
    const key = await makeTillKey();
    const first = await enrol(enrolmentCode, key);
    const again = await enrol(enrolmentCode, key);
    expect(again.answer).toMatchObject({
      till: first.answer.till,
      series: first.answer.series,
      pepper: first.answer.pepper,
    });
  });

  test('IDEN-4 a new tablet for the same till has a new pepper and a series no tablet has printed', async () => {
    const first = await enrol((await plane.seed()).enrolmentCode);
    const second = await enrol(await newCode(first.answer.till));
    const third = await enrol(await newCode(first.answer.till));
    expect(second.answer).toMatchObject({ till: first.answer.till, series: `${first.answer.series}z` });
    expect(third.answer.series).toBe(`${first.answer.series}zz`);
    expect(second.answer.pepper).not.toBe(first.answer.pepper);
    const old = tabletOf(plane.app, first.answer, first.key);
    expect(await old.pull('roster')).toMatchObject({ status: 401, json: { code: 'proof-invalid' } });
  });

  test('IDEN-5 a tablet must hold the key it names', async () => {
    const { enrolmentCode: code } = await plane.seed();
    const [own, stolen] = [await makeTillKey(), await makeTillKey()];
    const mixed = { publicKey: stolen.publicKey, privateKey: own.privateKey };
    expect((await askToEnrol(plane.app, code, { key: mixed })).heard).toMatchObject({
      status: 401,
      json: { code: 'proof-invalid' },
    });
    expect((await askToEnrol(plane.app, code)).heard.status).toBe(200);
  });

  test('IDEN-6 ten wrong codes from one address, and it waits; the right one too', async () => {
    const { enrolmentCode } = await plane.seed();
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      statuses.push((await askToEnrol(plane.app, '00000000')).heard.status);
    }
    expect(statuses.at(0)).toBe(403);
    expect(statuses.at(-1)).toBe(429);
    expect((await askToEnrol(plane.app, enrolmentCode)).heard.headers['retry-after']).toBe('60');
    plane.clock.now += 10 * 60_000 + 1;
    expect((await askToEnrol(plane.app, enrolmentCode)).heard.status).toBe(200);
  });
});

describe('roster', () => {
  test('IDEN-7 every clerk of the shop can be verified on the till with their PIN and the pepper of this till alone', async () => {
    const tablet = await plane.newTablet();
    const other = await plane.newTablet();
    const roster = await rosterOf(tablet);
    expect(roster.staff.map(({ name }) => name)).toEqual(demoStaff.map(({ name }) => name).sort());
    for (const { id, pin } of demoStaff.slice(0, 2)) {
      const person = roster.staff.find((one) => one.id === id);
      const { memoryKiB, passes, lanes } = person?.pinParameters ?? { memoryKiB: 0, passes: 0, lanes: 0 };
      const output = await argon2id({
        password: pin,
        salt: Buffer.from(person?.pinSalt ?? '', 'base64url'),
        memorySize: memoryKiB,
        iterations: passes,
        parallelism: lanes,
        hashLength: 32,
        outputType: 'binary',
      });
      const verifierBy = (pepper: string): string =>
        createHmac('sha256', Buffer.from(pepper, 'base64url')).update(output).digest('base64url');
      expect(person?.verifier).toBe(verifierBy(tablet.enrolment.pepper));
      expect(person?.verifier).not.toBe(verifierBy(other.enrolment.pepper));
      expect(person?.pinLength).toBe(pin.length);
    }
  });

  test('IDEN-8 a removed person is gone from the next roster, which has a higher version in the same epoch', async () => {
    const tablet = await plane.newTablet();
    const before = await rosterOf(tablet);
    await plane.owner.query(`update evertill.person set removed_at = $1 where person = 's-bo'`, [
      plane.clock.now,
    ]);
    await raiseVersion(plane.owner, before.business, 'roster');
    const after = await rosterOf(tablet);
    await plane.owner.query(`update evertill.person set removed_at = null where person = 's-bo'`);
    expect(after.staff.map(({ id }) => id)).not.toContain('s-bo');
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.epoch).toBe(before.epoch);
  });

  test('IDEN-9 the roster says whose it is, by which rules, and whether the till is revoked', async () => {
    const tablet = await plane.newTablet();
    const { till, business, shop, tillName } = tablet.enrolment;
    await plane.owner.query(
      'update evertill.till set revoked = true, revocation_number = 2 where till = $1',
      [till],
    );
    expect(await rosterOf(tablet)).toMatchObject({
      till,
      business,
      shop,
      tillName,
      revocation: { number: 2, revoked: true },
      policy: { shopName: 'Leith Walk', startOfDay: '04:00' },
    });
  });

  test('IDEN-10 F39 a declared restore is another epoch', async () => {
    const tablet = await plane.newTablet();
    const before = await rosterOf(tablet);
    await plane.owner.query('update evertill.server_state set restores = restores + 1');
    expect((await rosterOf(tablet)).epoch).not.toBe(before.epoch);
  });
});
