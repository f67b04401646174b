// Ways in which a browser's storage fails a till, each under a name; scripts run in the page, before the app's own.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Tablet } from './tablet.ts';

/** As a corrupt manifest does: every database of the origin is gone, its files and caches are not. */
export async function emptyDatabases(tablet: Tablet): Promise<void> {
  await rm(join(tablet.profile, 'Default', 'IndexedDB'), { recursive: true, force: true });
}

/** The disk is full for this origin, as long as the page lives. The browser remembers for half a minute how much was left. */
export async function fillDisk(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
}

/** Lets a test close the app's database handles under it, as a storage process that restarts does. */
export async function makeHandlesMortal(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open.bind(indexedDB);
    IDBFactory.prototype.open = (name, version) => {
      const request = open(name, version);
      request.addEventListener('success', () => {
        addEventListener('test-kill-handles', () => request.result.close());
      });
      return request;
    };
  });
}

export async function killHandles(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('test-kill-handles')));
}

/** A browser that keeps everything but keys, until it is told otherwise. */
export async function refuseKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = function (value: { pair?: unknown }, key?: IDBValidKey) {
      if (value.pair !== undefined && sessionStorage.getItem('keys') !== 'kept') {
        throw new DOMException('a key cannot be cloned here', 'DataCloneError');
      }
      return Reflect.apply(put, this, key === undefined ? [value] : [value, key]);
    };
  });
}

/** Another page keeps the journal busy, so that a commit waits until it is let go. */
export async function holdJournal(page: Page): Promise<{ letGo: () => Promise<void> }> {
  const busy = await page.context().newPage();
  await busy.goto(new URL('/lab', page.url()).href);
  await busy.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('evertill-journal');
        opening.onsuccess = () => {
          const held = opening.result.transaction('facts', 'readwrite').objectStore('facts');
          const again = () => {
            if (document.body.classList.contains('let-go')) opening.result.close();
            else held.get(['none', 0]).onsuccess = again;
          };
          again();
          resolve();
        };
      }),
  );
  return {
    letGo: async () => {
      await busy.evaluate(() => document.body.classList.add('let-go'));
      await busy.close();
    },
  };
}

/** This page's app is a version further: it upgrades the journal's database under every older window. */
export async function upgradeJournal(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open.bind(indexedDB);
    IDBFactory.prototype.open = (name, version) =>
      open(name, name === 'evertill-journal' && version !== undefined ? version + 10 : version);
  });
}
