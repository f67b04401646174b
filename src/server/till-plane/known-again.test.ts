/** Tills and servers that forgot each other: certificates after a restore, new keys of the same till, new roots. */
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeTillCertificate, verifyTillCertificate } from '../../journal/certificates.ts';
import { verifyRoster } from '../../journal/roster-signature.ts';
import { enrolAnswerSchema } from '../../protocol/enrol.ts';
import { pullAnswerSchema } from '../../protocol/pull.ts';
import { repinAnswerSchema } from '../../protocol/repin.ts';
import type { TillCertificate } from '../../protocol/seal.ts';
import { TILL_CERTIFICATE_HEADER, TILL_ROUTES } from '../../protocol/till-messages.ts';
import { askToEnrol, tabletOf, type Heard, type PaperTablet } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { startJournalWith, type TillJournal } from '../../testing/till-journal.ts';
import { rotateOnlineKey } from '../change-keys.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { issueEnrolmentCode } from '../reference/enrolment-code.ts';
import { loadOrCreateServerKeys, type ServerKeys } from '../server-keys.ts';
import { tillPlane } from './till-plane.ts';

let plane: TillPlaneApp;
let tablet: PaperTablet;
let journal: TillJournal;

beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());

beforeEach(async () => {
  tablet = await plane.newTablet();
  journal = await journalOf(tablet, 'inc-1', 3);
});

async function journalOf(of: PaperTablet, inc: string, facts: number): Promise<TillJournal> {
  const made = await startJournalWith(of.enrolment, inc, of.key);
  for (let no = 1; no <= facts; no += 1) {
    const at = plane.clock.now - 60_000 + no;
    await made.add({ kind: 'signedIn', body: { staff: 's-amara' } }, { at });
  }
  return made;
}

async function push(by: PaperTablet, from = 1): Promise<Heard> {
  const { header, lines } = await journal.push(from);
  return by.push(header, lines);
}

/** As a database restored to before the till was added. */
async function forgetTill(): Promise<void> {
  for (const table of ['enrolment_code', 'till_head', 'projection_progress', 'till']) {
    await plane.owner.query(`delete from evertill.${table} where till = $1`, [tablet.enrolment.till]);
  }
}

const ROSTER = `${TILL_ROUTES.pull}?stream=roster`;

/** Twice, because the first answer may only bring the nonce. */
async function present(certificate: TillCertificate, by: PaperTablet = tablet): Promise<Heard> {
  const headers = { [TILL_CERTIFICATE_HEADER]: encodeTillCertificate(certificate) };
  await by.ask({ method: 'GET', target: ROSTER, headers });
  return by.ask({ method: 'GET', target: ROSTER, headers });
}

async function freshCode(): Promise<string> {
  const code = await inTransaction(plane.owner, (client) =>
    issueEnrolmentCode(client, tablet.enrolment.till, plane.clock.now),
  );
  return code?.code ?? '';
}

async function rekey(): Promise<PaperTablet> {
  plane.clock.now += 60_000;
  const { heard, key } = await askToEnrol(plane.app, await freshCode(), {
    rekey: tablet.enrolment.till,
  });
  return tabletOf(plane.app, enrolAnswerSchema.parse(heard.json), key);
}

/** The same database behind other keys. */
async function serve(keys: ServerKeys): Promise<FastifyInstance> {
  const app = Fastify();
  const pool = plane.database.openPool('till');
  await app.register(tillPlane({ pool, keys, clock: () => plane.clock.now, log: () => undefined }));
  return app;
}

async function marks(): Promise<string[][]> {
  const { rows } = await plane.owner.query<{ marks: string[] }>(
    'select marks from evertill.fact where till = $1 order by till_seq',
    [tablet.enrolment.till],
  );
  return rows.map((row) => row.marks);
}

describe('a database restored to before a till was enrolled', () => {
  beforeEach(forgetTill);

  test('IDEN-40 F39 takes the till back on its certificate, with its facts, its roster and the same pepper', async () => {
    expect(await push(tablet)).toMatchObject({ status: 401, seal: 'sealed', json: { code: 'till-unknown' } });
    const heard = await present(tablet.enrolment.certificate);
    expect(heard).toMatchObject({ status: 200, seal: 'sealed' });
    const pulled = pullAnswerSchema.parse(heard.json);
    const roster = pulled.stream === 'roster' ? pulled.roster.roster : null;
    const [before] = tablet.enrolment.roster.roster.staff;
    expect(roster?.staff.find((person) => person.id === before?.id)?.verifier).toBe(before?.verifier);
    expect(await push(tablet)).toMatchObject({ status: 200, json: { head: { no: 3 } } });
    const { rows } = await plane.owner.query(
      'select act from evertill.audit where till = $1 order by audit',
      [tablet.enrolment.till],
    );
    expect(rows.at(-1)).toEqual({ act: 'tillKnownAgain' });
  });

  test('IDEN-40 a certificate of another root, altered, or of another till opens nothing', async () => {
    const { certificate } = tablet.enrolment;
    const stranger = await startTillPlaneApp();
    const foreign = (await stranger.newTablet()).enrolment.certificate;
    await stranger.stop();
    const claims = { ...foreign.certificate, till: tablet.enrolment.till };
    for (const forged of [
      { ...foreign, certificate: claims },
      { ...certificate, certificate: { ...certificate.certificate, series: 'B1' } },
    ]) {
      expect(await present(forged)).toMatchObject({ status: 401, json: { code: 'till-unknown' } });
    }
  });

  test('IDEN-40 the shop gives the series of such a till to no other', async () => {
    await plane.owner.query('update evertill.shop set next_till_number = 1 where shop = $1', [
      tablet.enrolment.shop,
    ]);
    expect((await present(tablet.enrolment.certificate)).status).toBe(200);
    const { rows } = await plane.owner.query<{ next_till_number: number }>(
      'select next_till_number from evertill.shop where shop = $1',
      [tablet.enrolment.shop],
    );
    expect(`A${String(rows[0]?.next_till_number)}` > tablet.enrolment.series).toBe(true);
  });
});

describe('a new key for the same till', () => {
  test('IDEN-41 F06 P4 what the old key made is taken under the new one, marked recovered and nothing worse', async () => {
    await push(tablet);
    const renewed = await rekey();
    expect(renewed.enrolment).toMatchObject({
      till: tablet.enrolment.till,
      series: `${tablet.enrolment.series}z`,
    });
    const grown = await startJournalWith(tablet.enrolment, 'inc-1', renewed.key);
    for (const { bytes } of journal.facts) await grown.take(bytes);
    await grown.add({ kind: 'signedIn', body: { staff: 's-amara' } }, { at: plane.clock.now - 120_000 });
    const tail = await grown.push(4);
    expect((await renewed.push(tail.header, tail.lines)).json).toMatchObject({ head: { no: 4 } });
    expect(await marks()).toEqual([[], [], [], ['recovered']]);
  });

  test('IDEN-41 F06 also a journal that was never heard of, by its time; what the new key makes itself is not', async () => {
    const renewed = await rekey();
    const recovered = await startJournalWith(tablet.enrolment, 'inc-1', renewed.key);
    for (const { bytes } of journal.facts) await recovered.take(bytes);
    const old = await recovered.push(1);
    await renewed.push(old.header, old.lines);
    plane.clock.now += 120_000;
    const own = await (await journalOf(renewed, 'inc-2', 1)).push(1);
    await renewed.push(own.header, own.lines);
    expect(await marks()).toEqual([['recovered'], ['recovered'], ['recovered'], []]);
  });

  test('IDEN-41 F06 a code of another till is refused and stays unspent', async () => {
    const other = await plane.newTablet();
    const code = await freshCode();
    const { heard } = await askToEnrol(plane.app, code, { rekey: other.enrolment.till });
    expect(heard).toMatchObject({ status: 403, json: { code: 'code-invalid' } });
    expect((await askToEnrol(plane.app, code)).heard.status).toBe(200);
  });

  test('IDEN-42 F39 a restore to before it is healed by the newer certificate; the older one opens nothing', async () => {
    await push(tablet);
    const renewed = await rekey();
    await plane.owner.query(
      'update evertill.till set public_key = $2, enrolled_at = $3, enrolments = 1 where till = $1',
      [tablet.enrolment.till, journal.publicKey, tablet.enrolment.certificate.certificate.issued],
    );
    expect((await renewed.pull('roster')).json).toMatchObject({ code: 'proof-invalid' });
    expect((await present(renewed.enrolment.certificate, renewed)).status).toBe(200);
    expect((await renewed.pull('roster')).status).toBe(200);
    expect(await present(tablet.enrolment.certificate)).toMatchObject({
      status: 401,
      json: { code: 'proof-invalid' },
    });
  });
});

describe('a tablet that was replaced', () => {
  /** As a tablet does once it is told that its key is not known. */
  async function bring(by: PaperTablet, of: TillJournal, from: number): Promise<Heard> {
    const { header, lines } = await of.push(from);
    const certificate = encodeTillCertificate(by.enrolment.certificate);
    return by.push(header, lines, { [TILL_CERTIFICATE_HEADER]: certificate });
  }

  async function replace(): Promise<PaperTablet> {
    plane.clock.now += 60_000;
    const { heard, key } = await askToEnrol(plane.app, await freshCode());
    // What the tablet makes, it makes after that.
    plane.clock.now += 120_000;
    return tabletOf(plane.app, enrolAnswerSchema.parse(heard.json), key);
  }

  test('IDEN-44 P4 still brings what it made: counted once a person says so, and it is told to stop', async () => {
    const { header, lines } = await journal.push(1, 2);
    await tablet.push(header, lines);
    const other = await replace();
    const own = await (await journalOf(other, 'inc-2', 1)).push(1);
    await other.push(own.header, own.lines);
    const { rows: before } = await plane.owner.query(
      'select report from evertill.till_head where till = $1',
      [tablet.enrolment.till],
    );
    expect(await push(tablet, 3)).toMatchObject({ status: 401, json: { code: 'proof-invalid' } });
    for (const _ of ['brought', 'brought again after a lost answer'])
      expect(await bring(tablet, journal, 3)).toMatchObject({
        status: 200,
        seal: 'sealed',
        json: { head: { no: 3 }, revocation: { revoked: true } },
      });
    expect(await marks()).toEqual([[], [], [], ['revokedTill', 'replacedTablet']]);
    const { rows: after } = await plane.owner.query('select report from evertill.till_head where till = $1', [
      tablet.enrolment.till,
    ]);
    expect(after).toEqual(before);
    expect(await other.pull('roster')).toMatchObject({ status: 200 });
  });

  test('IDEN-44 gets nothing else, and adds nothing to what the other tablet makes', async () => {
    const other = await replace();
    const newer = await journalOf(other, 'inc-2', 1);
    const own = await newer.push(1);
    await other.push(own.header, own.lines);
    expect(await present(tablet.enrolment.certificate)).toMatchObject({
      status: 401,
      json: { code: 'proof-invalid' },
    });
    const foreign = await startJournalWith(tablet.enrolment, 'inc-2', tablet.key);
    for (const { bytes } of newer.facts) await foreign.take(bytes);
    await foreign.add({ kind: 'signedIn', body: { staff: 's-amara' } }, { at: plane.clock.now });
    expect(await bring(tablet, foreign, 2)).toMatchObject({ status: 403, json: { code: 'not-permitted' } });
    expect(await marks()).toEqual([[]]);
  });

  test('IDEN-44 is written down as taken over, and the same tablet with a new key is not', async () => {
    const acts = async () => {
      const { rows } = await plane.owner.query<{ act: string }>(
        'select act from evertill.audit where till = $1 order by audit',
        [tablet.enrolment.till],
      );
      return rows.map(({ act }) => act);
    };
    await replace();
    await rekey();
    expect((await acts()).slice(-2)).toEqual(['tillReplaced', 'tillRekeyed']);
  });
});

describe('a root that was lost', () => {
  test('OPS-5 F39 F50 an online key that was changed costs tills nothing, also after a restore to before the change', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evertill-keys-'));
    await cp(plane.keysFolder, folder, { recursive: true });
    const keys = await rotateOnlineKey(folder, plane.clock.now + 1);
    const app = await serve(keys);
    const same = tabletOf(app, tablet.enrolment, tablet.key);
    expect(await same.pull('roster')).toMatchObject({ status: 200, seal: 'sealed' });
    await forgetTill();
    expect((await present(tablet.enrolment.certificate, same)).status).toBe(200);
    expect(await push(same)).toMatchObject({ status: 200, seal: 'sealed', json: { head: { no: 3 } } });
    await app.close();
  });

  test('IDEN-43 F17 F50 a till believes nothing of the new one, until a code lets it pin the new root', async () => {
    const keys = await loadOrCreateServerKeys(
      await mkdtemp(join(tmpdir(), 'evertill-keys-')),
      plane.clock.now,
    );
    const app = await serve(keys);
    const stranger = tabletOf(app, tablet.enrolment, tablet.key);
    expect((await push(stranger)).seal).not.toBe('sealed');
    const code = await freshCode();
    const requestNonce = 'nonce-of-this-request';
    for (const _ of ['asked', 'asked again after a lost answer']) {
      const response = await app.inject({
        method: 'POST',
        url: TILL_ROUTES.repin,
        payload: { code, requestNonce },
      });
      const answer = repinAnswerSchema.parse(response.json());
      expect(answer).toMatchObject({ till: tablet.enrolment.till, root: keys.root });
      expect(await verifyTillCertificate(answer.certificate, answer.root)).toBe(true);
      expect(answer.certificate.certificate).toMatchObject({
        key: tablet.enrolment.certificate.certificate.key,
        series: tablet.enrolment.series,
      });
      expect(await verifyRoster(answer.roster, answer.root)).toBe(true);
    }
    const repinned = tabletOf(app, { ...tablet.enrolment, root: keys.root }, tablet.key);
    expect(await push(repinned)).toMatchObject({ status: 200, seal: 'sealed', json: { head: { no: 3 } } });
    const wrong = { code: '00000000', requestNonce };
    expect(
      (await app.inject({ method: 'POST', url: TILL_ROUTES.repin, payload: wrong })).json(),
    ).toMatchObject({
      code: 'code-invalid',
    });
    await app.close();
  });
});
