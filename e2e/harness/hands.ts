// A clerk's hands, counted: taps on the screen, codes scanned, keys pressed on a keyboard.
import type { Locator, Page } from '@playwright/test';
import { scan } from './till-screens.ts';

export interface HandsCount {
  taps: number;
  scans: number;
  keys: number;
}

export interface Hands {
  readonly page: Page;
  readonly count: Readonly<HandsCount>;
  /** A button by what it says, or whatever else is given. */
  tap(what: string | RegExp | Locator): Promise<void>;
  /** Wherever the focus is. */
  scan(code: string): Promise<void>;
  type(text: string): Promise<void>;
}

export function handsOn(page: Page): Hands {
  const count: HandsCount = { taps: 0, scans: 0, keys: 0 };
  return {
    page,
    count,
    tap: async (what) => {
      count.taps += 1;
      await (typeof what === 'string' || what instanceof RegExp ? button(page, what) : what).tap();
    },
    scan: async (code) => {
      count.scans += 1;
      await scan(page, code);
    },
    type: async (text) => {
      count.keys += text.length;
      await page.keyboard.type(text);
    },
  };
}

function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: typeof name === 'string' });
}
