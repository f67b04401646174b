/** Reads the day as a manager does: from the office's page, by its words. */
import type { Page } from '@playwright/test';
import { readFigures, signInToOffice } from '../../../e2e/harness/office-screens.ts';
import type { DayFigures } from './day-figures.ts';

export interface OfficeReading {
  readonly figures: DayFigures;
  /** The outage table's rows, cell by cell. */
  readonly outages: readonly (readonly string[])[];
  readonly tills: readonly (readonly string[])[];
}

export async function readOffice(
  page: Page,
  origin: string,
  account: { email: string; password: string },
  day: string,
): Promise<OfficeReading> {
  await signInToOffice(page, origin, account);
  await page.goto(`${origin}/office?day=${day}`);
  await page.getByRole('table', { name: 'Figures of the day' }).waitFor();
  const figures = await readFigures(page);
  const read = (label: string) => wholeNumber(figures, label);
  return {
    figures: {
      receipts: read('Receipts'),
      refunds: read('Refunds'),
      lines: read('Lines'),
      units: read('Units'),
      net: read('Net'),
      tax: read('Tax'),
      gross: read('Gross'),
    },
    outages: await readTable(page, 'Outages'),
    tills: await readTable(page, 'Tills'),
  };
}

/** Pounds become pence; counts stay. Minus signs are typographic on screen. */
function wholeNumber(figures: ReadonlyMap<string, string>, label: string): number {
  const text = figures.get(label);
  if (text === undefined) throw new Error(`the office shows no figure for ${label}`);
  const digits = text.replace(/[^\d]/g, '');
  if (digits === '') throw new Error(`the office shows "${text}" for ${label}`);
  return /[-−]/.test(text) ? -Number(digits) : Number(digits);
}

async function readTable(page: Page, name: string): Promise<string[][]> {
  const table = page.getByRole('table', { name, exact: true });
  if ((await table.count()) === 0) return [];
  const rows = await table.getByRole('row').all();
  const cells = rows.map((row) => row.locator('th, td').allInnerTexts());
  return (await Promise.all(cells)).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
}
