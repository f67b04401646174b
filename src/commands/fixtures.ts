// `npm run fixtures -- 0.2.0`: writes what this release leaves behind, for all later ones to be tested with. See docs/releases.md.
import 'fake-indexeddb/auto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexedDbDump } from '../testing/released/indexed-db-dump.ts';
import { exportJournal } from '../local-db/export-journal.ts';
import { openReleasedTill } from '../testing/released/read-released.ts';
import { trialActing } from '../testing/trial-till.ts';
import { makeReleased } from '../testing/released/make-released.ts';

const [version] = process.argv.slice(2);
if (version === undefined) throw new Error('Which release? npm run fixtures -- 0.2.0');
const folder = join('src/testing/released', version);
if (existsSync(folder)) throw new Error(`${folder} is there: what a release left behind is never made anew.`);

const { till, server } = await makeReleased();
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'till-database.json'), JSON.stringify(till));
await writeFile(join(folder, 'server.json'), JSON.stringify(server));
await writeFile(join(folder, 'journal.jsonl'), await exportedBy(till));
console.log(`Written to ${folder}.`);
process.exit(0);

async function exportedBy(dump: IndexedDbDump): Promise<string> {
  const db = await openReleasedTill(dump, '-exported');
  const file = await exportJournal(db, trialActing(60));
  if (file === null) throw new Error('the till of the fixture is not enrolled');
  return file.blob.text();
}
