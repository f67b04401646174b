/** Reads a tablet's journal straight from its IndexedDB, past all of the app's code. */
import type { Page } from '@playwright/test';
/** The bytes of every fact the tablet holds. */
export declare function readJournal(page: Page): Promise<string[]>;
