/** The tablet's whole journal as a file that proves itself and that the office can import. Making one is a fact. */
import { chainOf } from '../journal/branch.ts';
import { exportFile, type JournalFile } from '../journal/export-file.ts';
import { exportSource, type HeldBranch } from '../journal/export-source.ts';
import type { Acting } from './acting.ts';
import type { LocalDb } from './open-local-db.ts';
import { readEnrolment } from './read-enrolment.ts';
import { readStatus } from './read-status.ts';
import { recordEvent } from './record-event.ts';
import { readBranches } from './watermark.ts';

/** @returns null on a tablet that is not enrolled: it has no journal. */
export async function exportJournal(db: LocalDb, acting: Acting): Promise<JournalFile | null> {
  const [enrolment, status] = await Promise.all([readEnrolment(db), readStatus(db)]);
  if (enrolment === null || status === null) return null;
  // First, so that the file holds it too. A tablet that cannot write any more must still give its journal away.
  const { facts, sales } = status.waiting;
  await recordEvent(
    db,
    { kind: 'journalExported', body: { waitingFacts: facts, waitingSales: sales } },
    acting,
  );
  const { till, tillName, business, shop, certificate, root, key } = enrolment;
  const madeAt = acting.moment.anchored;
  const origin = { till, tillName, business, shop, certificate, root, madeAt, app: acting.app };
  return exportFile(origin, await exportSource(await heldBranches(db)), key.privateKey);
}

async function heldBranches(db: LocalDb): Promise<HeldBranch[]> {
  const branches = await readBranches(db);
  return branches.map((branch) => {
    const { inc, series } = branch;
    const between = (from: number, to: number) =>
      db.journal.facts.where('[inc+no]').between([inc, from], [inc, to], true, true);
    return {
      inc: chainOf(branch),
      series,
      numbers: async () => (await between(1, Infinity).primaryKeys()).map(([, no]) => no),
      facts: (from: number, to: number) => between(from, to).toArray(),
    };
  });
}
