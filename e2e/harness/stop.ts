// One stop of a walk through the till: how to get there from the stop before, by what is read on the screen.
import { expect, type Locator, type Page } from '@playwright/test';

export interface Stop {
  readonly name: string;
  readonly go: (page: Page) => Promise<unknown>;
}

/** The first button of that name; words are its whole name. */
export function press(page: Page, name: string | RegExp): Promise<void> {
  const buttons = page.getByRole('button', { name, exact: typeof name === 'string' });
  return buttons.first().click();
}

export function sheet(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name });
}

const SHEETS = '[role=dialog], [role=menu]';

/** A key that comes before the sheet on top has the focus is not its. */
export async function escape(page: Page): Promise<void> {
  const isHeard = (sheets: string) => {
    const top = [...document.querySelectorAll(sheets)].at(-1);
    return top === undefined || top.contains(document.activeElement);
  };
  await expect.poll(() => page.evaluate(isHeard, SHEETS)).toBe(true);
  await page.keyboard.press('Escape');
}

/**
 * Opened and put away, a sheet gives the focus back to what opened it. Tried again, for in the half second after its own opening the sheet
 * below is given the focus once more by React Aria, for Safari: nobody but a robot is that quick.
 */
export async function expectFocusBackOn(opener: Locator, opened: Locator): Promise<void> {
  await expect(async () => {
    await opener.click();
    await expect(opened).toBeVisible();
    await escape(opener.page());
    await expect(opened).toBeHidden();
    await expect(opener).toBeFocused({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}
