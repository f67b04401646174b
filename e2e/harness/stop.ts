// One stop of a walk through the till: how to get there from the stop before, by what is read on the screen.
import type { Page } from '@playwright/test';

export interface Stop {
  readonly name: string;
  readonly go: (page: Page) => Promise<unknown>;
}
