// A clerk with a keyboard and no pointer: Tab leads to what is wanted, what has the focus shows it, Enter presses it.
import { expect, type Locator, type Page } from '@playwright/test';

/** The Sell screen has about sixty places to be; more than this is a trap. */
const TABS_MAX = 150;

/** @param way backwards is shorter to what stands at the end of a screen */
export async function tabTo(page: Page, wanted: Locator, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await hasFocus(wanted)) {
      expect(await showsFocus(wanted), `the focus is seen on ${String(wanted)}`).toBe(true);
      return;
    }
    await page.keyboard.press(way);
  }
  throw new Error(`Tab never led to ${String(wanted)}`);
}

export async function pressByKey(page: Page, wanted: Locator, way?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await tabTo(page, wanted, way);
  await page.keyboard.press('Enter');
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

/** By an outline, of its own or of what surrounds it (a field in its frame, a radio button under its label). */
function showsFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => {
    const around = [element, element.parentElement, element.nextElementSibling];
    return around.some((one) => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    });
  });
}
