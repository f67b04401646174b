/** `npm run bench -- office`: the office over months of real receipts, at the server and in the browser, and whether its reports add up to the file. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readChecks } from '../../replay/month-figures.ts';
import type { BenchRow } from '../bench-row.ts';
import { askOffice } from './ask-office.ts';
import { browserRows } from './browser-rows.ts';
import { prepareOfficeLedger, type OfficeLedgerOptions } from './office-ledger.ts';
import { compareReports } from './report-sums.ts';
import { serverRows } from './server-rows.ts';

export interface OfficeFigures {
  readonly rows: readonly BenchRow[];
  /** As a table. */
  readonly sums: string;
  readonly agreed: boolean;
}

export interface OfficeMeasured extends OfficeLedgerOptions {
  /** Leaves out what a browser paints. */
  readonly atServerAlone: boolean;
}

export async function measureOffice(options: OfficeMeasured): Promise<OfficeFigures> {
  const ledger = await prepareOfficeLedger(options);
  try {
    const office = await askOffice(ledger.server.origin, ledger.shop);
    const checks = options.until === null ? checksBeside(options.file) : null;
    const { table, agreed } = await compareReports(office, ledger, checks);
    const atServer = await serverRows(office);
    const last = (await office.days()).at(-1) ?? '';
    const painted = options.atServerAlone ? [] : await browserRows(ledger, last);
    return { rows: [...atServer, ...painted], sums: table, agreed };
  } finally {
    await ledger.server.dispose();
  }
}

function checksBeside(file: string) {
  const path = join(dirname(file), 'checks.json');
  return existsSync(path) ? readChecks(readFileSync(path, 'utf8')) : null;
}
