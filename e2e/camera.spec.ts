// Scanning by camera, with the server dead: the decoder is kept on the tablet.
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { barcodeFilm } from './harness/barcode-film.ts';
import { AMARA, printedCode } from './harness/demo-shop.ts';
import { disposeAll } from './harness/dispose-all.ts';
import { prepareServer } from './harness/evertill-server.ts';
import { prepareTablet } from './harness/tablet.ts';
import { basketLines, chargeButton, enrol, openShift, signIn } from './harness/till-screens.ts';

test('P2 SCREEN-31 the camera rings a product up once, however long it is held, with the server dead', async ({}, info) => {
  const film = info.outputPath('barcode.y4m');
  await writeFile(film, barcodeFilm('2000000305974'));
  const server = await prepareServer([]);
  await server.start();
  const tablet = await prepareTablet(server.origin, { cameraSees: film });
  try {
    const page = await tablet.switchOn();
    await enrol(page, printedCode(server));
    await signIn(page, AMARA.name, AMARA.pin);
    await openShift(page);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    await server.kill();
    await page.getByRole('button', { name: 'Scan with the camera' }).click();
    const sheet = page.getByRole('dialog', { name: 'Scan with the camera' });
    await expect(sheet.getByText('House blend, 250 g')).toBeVisible();
    await page.screenshot({ path: info.outputPath('camera.png') });
    await sheet.getByRole('button', { name: 'Done' }).click();
    await expect(basketLines(page)).toHaveCount(1);
    await expect(chargeButton(page)).toHaveText('Charge £8.50');
  } finally {
    await disposeAll(tablet, server);
  }
});
