/** All tills return at once: the queue is bounded, some are sent away, and nothing is lost or there twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { sha256Hex } from '../../journal/digest.ts';
import { makeProof } from '../../journal/proof.ts';
import { encodePush } from '../../journal/push-body.ts';
import { NO_FACT_HASH } from '../../protocol/fact.ts';
import { PUSH_FACTS_MAX } from '../../protocol/limits.ts';
import { NONCE_HEADER, PROOF_HEADER, TILL_ROUTES } from '../../protocol/till-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { NDJSON_GZIP, type PaperTablet } from '../../testing/paper-tablet.ts';
import { startTillPlaneApp, type TillPlaneApp } from '../../testing/till-plane-app.ts';
import { startJournalWith, type TillJournal } from '../../testing/till-journal.ts';

const TILLS = 12;
const FACTS = 20;
const BATCH = 5;

let plane: TillPlaneApp;
beforeAll(async () => {
  plane = await startTillPlaneApp({ underWayMax: 3, waitingMax: 4, waitMsMax: 2_000, ofBusinessMax: 3 });
});
afterAll(() => plane.stop());

async function filled(tablet: PaperTablet, facts: number): Promise<TillJournal> {
  const journal = await startJournalWith(tablet.enrolment, 'inc-1', tablet.key);
  for (let no = 1; no <= facts; no += 1) await journal.add({ kind: 'signedIn', body: { staff: 's-amara' } });
  return journal;
}

test('LEDG-20 P12 F15 F19 F41 F42 a crowd of returning tills, with half of the answers lost, ends with every fact once', async () => {
  const seen = { shed: 0, lost: 0 };
  const tills: { tablet: PaperTablet; journal: TillJournal }[] = [];
  for (let till = 0; till < TILLS; till += 1) {
    const tablet = await plane.newTablet();
    tills.push({ tablet, journal: await filled(tablet, FACTS) });
  }
  await Promise.all(
    tills.map(async ({ tablet, journal }, index) => {
      let sent = 0;
      let tries = 0;
      while (sent < FACTS) {
        tries += 1;
        const { header, lines } = await journal.push(sent + 1, sent + BATCH);
        const heard = await tablet.push(header, lines);
        expect(heard.seal).toBe('sealed');
        if (heard.status === 503) {
          seen.shed += 1;
          expect(Number(heard.headers['retry-after'])).toBeGreaterThan(0);
        } else {
          expect(heard.status).toBe(200);
          if ((tries + index) % 2 === 0) seen.lost += 1;
          else sent += BATCH;
        }
      }
    }),
  );
  expect(seen.shed).toBeGreaterThan(0);
  expect(seen.lost).toBeGreaterThan(0);
  const { rows } = await plane.owner.query<{ till: string; facts: number; last: number }>(
    'select till, count(*) as facts, max(no) as last from evertill.fact group by till',
  );
  expect(rows).toHaveLength(TILLS);
  for (const row of rows) expect(row).toMatchObject({ facts: FACTS, last: FACTS });
});

test('LEDG-24 F15 F23 a repeat of five hundred facts is answered from heads, like the first time and in a fraction of it', async () => {
  const tablet = await plane.newTablet();
  const journal = await filled(tablet, PUSH_FACTS_MAX - 2);
  journal.addLine('no fact at all', 'f'.repeat(64));
  const { header, lines } = await journal.push(1);
  const first = await tablet.push(header, lines);
  const again = await tablet.push(header, lines);
  expect(first).toMatchObject({ status: 200, json: { quarantined: [PUSH_FACTS_MAX - 1] } });
  expect(again.json).toEqual(first.json);
  const body = gzipSync(encodePush(header, lines));
  const ask = { method: 'POST', target: TILL_ROUTES.push, body, headers: NDJSON_GZIP } as const;
  expect((await tablet.ask(ask)).json).toEqual(first.json);
  // One that only ends like it is no repeat: its own telling is kept beside the first.
  const altered = lines.with(3, (lines[3] ?? '').replace('s-amara', 's-bo'));
  const heard = await tablet.push(header, altered);
  expect(heard.json).toMatchObject({ forkedAt: 4 });
  expect(header.prevHash).toBe(NO_FACT_HASH);
});

test('LEDG-23 F42 a push whose tablet goes in the middle of a statement stops holding a connection, and the next one is served', async () => {
  const patient = { connectionsMax: 2, waitMsMax: 60_000, statementMsMax: 0, lockMsMax: 0 };
  const slow = await startTillPlaneApp(undefined, patient);
  const tablet = await slow.newTablet();
  const { header, lines } = await (await filled(tablet, 3)).push(1);
  const body = gzipSync(encodePush(header, lines));
  const serverNonce = String((await tablet.probe(header)).headers[NONCE_HEADER]);
  const target = TILL_ROUTES.push;
  const bodyDigest = await sha256Hex(body);
  const about = {
    till: header.till,
    method: 'POST',
    target,
    requestNonce: 'nonce',
    serverNonce,
    bodyDigest,
  } as const;
  const headers = { ...NDJSON_GZIP, [PROOF_HEADER]: await makeProof(about, tablet.key.privateKey) };
  const address = await slow.app.listen({ port: 0, host: '127.0.0.1' });
  const isStuck = async (): Promise<boolean> => {
    const { rowCount } = await slow.owner.query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%evertill.fact%'
       and datname = current_database()`,
    );
    return rowCount !== 0;
  };
  const gone = new AbortController();
  await inTransaction(slow.owner, async (client) => {
    await client.query('lock table evertill.fact in exclusive mode');
    const push = fetch(address + target, { method: 'POST', headers, body, signal: gone.signal });
    const left = expect(push).rejects.toThrow();
    await expect.poll(isStuck).toBe(true);
    gone.abort();
    await left;
    await expect.poll(isStuck).toBe(false);
    expect(await tablet.probe(header)).toMatchObject({ status: 200, json: { head: { no: 0 } } });
  });
  expect(await tablet.push(header, lines)).toMatchObject({
    status: 200,
    json: { head: { no: lines.length } },
  });
  await slow.stop();
});
