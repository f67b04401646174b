// Makes every commit to the journal wait, as a busy or dying disk does, until it is let go.
import type { Page } from '@playwright/test';

/** @returns lets go: what waits is committed. */
export async function holdCommits(page: Page): Promise<() => Promise<void>> {
  // As text: the compiler of the tests would call helpers that the page does not have.
  await page.evaluate(`(${HOLD})()`);
  return async () => {
    await page.evaluate('heldCommits.letGo()');
  };
}

/** A transaction lives as long as it is asked something. */
const HOLD = `() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('evertill-journal');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const facts = opening.result.transaction(['facts'], 'readwrite').objectStore('facts');
    let isHeld = true;
    globalThis.heldCommits = { letGo: () => void (isHeld = false) };
    const goOn = () => {
      if (isHeld) facts.getKey(['none', 0]).onsuccess = goOn;
      else opening.result.close();
    };
    facts.getKey(['none', 0]).onsuccess = () => {
      resolve();
      goOn();
    };
  };
})`;
