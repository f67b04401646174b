// What tills of released versions left in their browsers, opened by this version in a real one.
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { RELEASED, readReleasedTill } from '../src/testing/released/read-released.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer, type EvertillServer } from './harness/evertill-server.ts';
import { putDatabase } from './harness/put-database.ts';
import { readJournal } from './harness/read-journal.ts';
import { prepareTablet } from './harness/tablet.ts';

const factRowsSchema = z.array(z.object({ bytes: z.string() }));

let server: EvertillServer;

test.beforeAll(async () => {
  server = await prepareServer([]);
  await server.start();
});
test.afterAll(() => disposeAll(server));

for (const version of RELEASED) {
  test(`RELEASE-1 F12 B a till of version ${version} with sales waiting: rescue reads it as it is, this app opens it, every fact stays byte for byte`, async () => {
    const tablet = await prepareTablet(`${server.origin}/rescue.html`);
    try {
      const dump = await readReleasedTill(version);
      const before = factRowsSchema
        .parse(dump.stores.find(({ name }) => name === 'facts')?.rows)
        .map(({ bytes }) => bytes);
      const page = await tablet.switchOn();
      await expect(page.getByRole('heading', { name: 'No sales are saved here' })).toBeVisible();
      await putDatabase(page, 'evertill-journal', dump);
      await page.reload();
      await expect(page.getByText('5 sales')).toBeVisible();
      await expect(page.getByText('all as they were made')).toBeVisible();
      expect((await readJournal(page)).slice(0, before.length)).toEqual(before);

      await page.goto(server.origin);
      // Its last sale was not seen as paid then, so it is shown now, before anything else.
      await expect(page.getByText('Rung before the restart')).toBeVisible();
      await expect(page.getByText('Saved on this device (5)')).toBeVisible();
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(page.getByRole('heading', { name: 'Trial & Daughter, Quayside · Front' })).toBeVisible();
      // Another head office than the one it was enrolled at: what it says is no news, and nothing is acknowledged.
      expect((await readJournal(page)).slice(0, before.length)).toEqual(before);
      await page.goto(`${server.origin}/rescue.html`);
      await expect(page.getByText('5 sales')).toBeVisible();
    } finally {
      await tablet.dispose();
    }
  });
}
