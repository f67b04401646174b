/** What tills say to head office and hear from it, with a real database and real keys, and no port. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodePush } from '../../journal/push-body.ts';
import { makeTillKey } from '../../journal/keys.ts';
import { NONCE_LIFE_MS, PUSH_FACTS_MAX } from '../../protocol/limits.ts';
import { pushAnswerSchema, type PushAnswer } from '../../protocol/push.ts';
import { TILL_ROUTES } from '../../protocol/till-messages.ts';
import { NDJSON_GZIP, type Heard, type PaperTablet } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { headerOf, startJournalWith, type TillJournal } from '../../testing/till-journal.ts';

let plane: TillPlaneApp;
let tablet: PaperTablet;
let journal: TillJournal;

beforeAll(async () => {
  plane = await startTillPlaneApp();
});
afterAll(() => plane.stop());

beforeEach(async () => {
  tablet = await plane.newTablet();
  journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
  for (let no = 1; no <= 3; no += 1) await journal.add({ kind: 'signedIn', body: { staff: 's-amara' } });
});

async function push(from = 1): Promise<Heard> {
  const { header, lines } = await journal.push(from);
  return tablet.push(header, lines);
}

function answerOf(heard: Heard): PushAnswer {
  return pushAnswerSchema.parse(heard.json);
}

describe('pushing', () => {
  test('LEDG-15 P4 facts go up, and the answer names the last one by number and hash, sealed', async () => {
    const heard = await push();
    expect(heard).toMatchObject({ status: 200, seal: 'sealed' });
    expect(answerOf(heard)).toMatchObject({
      head: { no: 3, hash: journal.facts[2]?.hash },
      forkedAt: null,
      expected: null,
      quarantined: [],
      revocation: { number: 0, revoked: false },
      serverTime: plane.clock.now,
    });
  });

  test('LEDG-5 F15 F23 the same batch again is answered the same, also a day later', async () => {
    const first = answerOf(await push());
    plane.clock.now += 86_400_000;
    const again = answerOf(await push());
    expect({ ...again, serverTime: first.serverTime }).toEqual(first);
  });

  test("LEDG-7 F24 a fork is told on the till's own branch", async () => {
    await push();
    const lied = journal.rewound(2);
    await lied.add({ kind: 'signedIn', body: { staff: 's-bo' } });
    const { header, lines } = await lied.push(3);
    expect(answerOf(await tablet.push(header, lines))).toMatchObject({
      head: { no: 3, hash: lied.facts[2]?.hash },
      forkedAt: 3,
      seriesTaken: [],
    });
  });

  test('JOUR-27 F03 with a fork goes every series that a journal of this till began with', async () => {
    await push();
    for (const inc of ['inc-b', 'inc-c']) {
      const next = await startJournalWith(tablet.enrolment, inc, tablet.key);
      await next.add({ kind: 'journalStarted', body: { parent: null, series: `A1-of-${inc}` } });
      const { header, lines } = await next.push(1);
      expect(answerOf(await tablet.push(header, lines))).not.toHaveProperty('seriesTaken');
    }
    const lied = journal.rewound(2);
    await lied.add({ kind: 'signedIn', body: { staff: 's-bo' } });
    const { header, lines } = await lied.push(3);
    expect(answerOf(await tablet.push(header, lines)).seriesTaken).toEqual(['A1-of-inc-c', 'A1-of-inc-b']);
  });

  test('LEDG-14 a probe carries no facts, tells the head, and its report is kept', async () => {
    await push();
    const header = headerOf(tablet.enrolment.till, 'inc-1', 4, journal.facts[2]?.hash ?? '', 3);
    const report = { ...header.report, waitingFacts: 7, waitingSales: 2, app: 'a\0b' };
    expect(answerOf(await tablet.probe({ ...header, report })).head.no).toBe(3);
    const { rows } = await plane.owner.query(
      'select report, last_heard_at from evertill.till_head where till = $1',
      [tablet.enrolment.till],
    );
    expect(rows).toMatchObject([{ report: { waitingSales: 2, app: 'ab' }, last_heard_at: plane.clock.now }]);
  });

  test('LEDG-16 a batch beyond the limits of facts or bytes is refused whole, sealed, and stores nothing', async () => {
    const { header, lines } = await journal.push(1);
    const tooMany = Array.from({ length: PUSH_FACTS_MAX + 1 }, () => lines[0] ?? '');
    expect(await tablet.push(header, tooMany)).toMatchObject({ status: 413, seal: 'sealed' });
    const bomb = gzipSync(Buffer.alloc(50_000_000, 32));
    const heard = await tablet.ask({
      method: 'POST',
      target: TILL_ROUTES.push,
      body: bomb,
      headers: NDJSON_GZIP,
    });
    expect(heard).toMatchObject({ status: 413, seal: 'sealed', json: { code: 'batch-too-large' } });
  });

  test.each([
    ['no gzip', Buffer.from('plain')],
    ['no header', gzipSync('nonsense\n{}')],
    ['no UTF-8', gzipSync(Buffer.from([0xff, 0xfe]))],
  ])('LEDG-16 a batch with %s is refused whole', async (_, body) => {
    await push();
    const heard = await tablet.ask({ method: 'POST', target: TILL_ROUTES.push, body, headers: NDJSON_GZIP });
    expect(heard).toMatchObject({ status: 400, seal: 'sealed', json: { code: 'batch-invalid' } });
  });

  test("LEDG-16 another till's batch is refused", async () => {
    const other = await plane.newTablet();
    const { header, lines } = await journal.push(1);
    expect(await other.push(header, lines)).toMatchObject({ status: 400, json: { code: 'batch-invalid' } });
  });

  test('LEDG-17 P5 F18 F43 a till pushes while nobody can sign in to the office', async () => {
    await plane.owner.query('alter table evertill.office_account rename to gone_account');
    await plane.owner.query('alter table evertill.office_sign_in rename to gone_sign_in');
    try {
      expect(await push()).toMatchObject({ status: 200, seal: 'sealed' });
      expect(await tablet.pull('roster')).toMatchObject({ status: 200, seal: 'sealed' });
    } finally {
      await plane.owner.query('alter table evertill.gone_account rename to office_account');
      await plane.owner.query('alter table evertill.gone_sign_in rename to office_sign_in');
    }
  });

  test('LEDG-10 F48 a revoked till is told so, and what it still has is taken', async () => {
    await plane.owner.query(
      'update evertill.till set revoked = true, revocation_number = 4 where till = $1',
      [tablet.enrolment.till],
    );
    expect(answerOf(await push())).toMatchObject({
      head: { no: 3 },
      revocation: { number: 4, revoked: true },
    });
  });
});

describe('proof and seal', () => {
  test('LEDG-18 the first request is told the nonce to use, and the next one is believed', async () => {
    const { header, lines } = await journal.push(1);
    const ask = {
      method: 'POST',
      target: TILL_ROUTES.push,
      body: gzipSync(encodePush(header, lines)),
      headers: NDJSON_GZIP,
    } as const;
    expect(await tablet.ask(ask)).toMatchObject({ status: 401, seal: 'sealed', json: { code: 'use-nonce' } });
    expect(await tablet.ask(ask)).toMatchObject({ status: 200, seal: 'sealed' });
    plane.clock.now += NONCE_LIFE_MS + 1;
    expect(await tablet.ask(ask)).toMatchObject({ status: 401, json: { code: 'use-nonce' } });
    expect(await tablet.ask(ask)).toMatchObject({ status: 200 });
  });

  test.each([
    ['another method', { method: 'GET' }],
    ['another target', { target: '/api/v1/head' }],
    ['other bytes', { bodyDigest: 'f'.repeat(64) }],
  ] as const)('LEDG-18 a proof of %s proves nothing', async (_, lie) => {
    await push();
    const { header, lines } = await journal.push(1);
    const body = gzipSync(encodePush(header, lines));
    const heard = await tablet.ask({
      method: 'POST',
      target: TILL_ROUTES.push,
      body,
      headers: NDJSON_GZIP,
      lie,
    });
    expect(heard).toMatchObject({ status: 401, json: { code: 'proof-invalid' } });
  });

  test("LEDG-18 another key, another till's name, an unknown till and no proof are not believed", async () => {
    await push();
    const target = `${TILL_ROUTES.pull}?stream=roster&cursor=`;
    const stranger = await makeTillKey();
    expect(await tablet.ask({ method: 'GET', target, key: stranger.privateKey })).toMatchObject({
      status: 401,
      json: { code: 'proof-invalid' },
    });
    const other = await plane.newTablet();
    expect(await tablet.ask({ method: 'GET', target, lie: { till: other.enrolment.till } })).toMatchObject({
      json: { code: 'proof-invalid' },
    });
    expect(await tablet.ask({ method: 'GET', target, lie: { till: 'nobody' } })).toMatchObject({
      status: 401,
      seal: 'sealed',
      json: { code: 'till-unknown' },
    });
    expect((await plane.app.inject({ method: 'GET', url: target })).statusCode).toBe(401);
  });

  test('LEDG-19 F17 every answer is sealed over what was asked; one to another request is no answer', async () => {
    await push();
    const heard = await tablet.ask({ method: 'GET', target: `${TILL_ROUTES.pull}?stream=nonsense` });
    expect(heard.seal).toBe('sealed');
    const unsealed = await plane.app.inject({ method: 'GET', url: `${TILL_ROUTES.pull}?stream=roster` });
    expect(unsealed.headers['evertill-seal']).toBeUndefined();
  });

  test('LEDG-19 a failure of the server is sealed too, and carries no code a till could take for a refusal', async () => {
    await push();
    await plane.owner.query('alter table evertill.chain rename to chain_gone');
    const heard = await push();
    await plane.owner.query('alter table evertill.chain_gone rename to chain');
    expect(heard).toMatchObject({ status: 500, seal: 'sealed' });
    expect(heard.json).not.toHaveProperty('code');
  });

  test('LEDG-19 the seal stands over the body before compression', async () => {
    await push();
    const heard = await tablet.pull('catalogue');
    expect(heard.headers['content-encoding']).toBe('gzip');
    expect(heard.seal).toBe('sealed');
  });
});
