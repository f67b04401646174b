// One stop of a walk through the till: how to get there from the stop before, by what is read on the screen.
import type { Locator, Page } from '@playwright/test';

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

export function escape(page: Page): Promise<void> {
  return page.keyboard.press('Escape');
}
