/** A server with months of real receipts in its ledger: filled now, or kept from an earlier run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { labOf } from '../../../../e2e/harness/lab.ts';
import { prepareServer, type EvertillServer } from '../../../../e2e/harness/evertill-server.ts';
import { drillShopSchema, type DrillShop } from '../../../server/import/drill-shop.ts';
import { buildClientIfNeeded } from '../../build-client.ts';
import { importedPrices, planRows, type DrillPlan } from '../../drill/drill-plan.ts';
import { productsOfFile, readRetailFile, type RetailRow } from '../../drill/retail-file.ts';
import { fillLedger } from './fill-ledger.ts';

export interface OfficeLedgerOptions {
  readonly file: string;
  /** The last day to fill in; null fills in the whole file. */
  readonly until: string | null;
  readonly tills: number;
  /** A folder whose server is kept for the next run; null makes one and deletes it. */
  readonly keep: string | null;
}

export interface OfficeLedger {
  readonly server: EvertillServer;
  readonly shop: DrillShop;
  readonly rows: readonly RetailRow[];
  readonly plan: DrillPlan;
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The server runs. */
export async function prepareOfficeLedger(options: OfficeLedgerOptions): Promise<OfficeLedger> {
  const { file, until, keep } = options;
  const rows = readRetailFile(file).filter(({ day }) => until === null || day <= until);
  const prices = importedPrices(rows, '');
  const plan = planRows(rows, prices);
  await buildClientIfNeeded(root, console.log);
  const server = await prepareServer(['--demo-faults', '--no-demo'], keep);
  await server.start();
  const kept = keep === null ? null : `${keep}.shop.json`;
  if (kept !== null && existsSync(kept)) {
    const shop = drillShopSchema.parse(JSON.parse(readFileSync(kept, 'utf8')));
    return { server, shop, rows, plan };
  }
  const started = performance.now();
  const products = productsOfFile(rows, prices);
  const shop = await labOf(server.origin).makeShop({ name: 'Bench', tills: options.tills, products });
  await fillLedger(server.dataDirectory, shop, plan.receipts);
  console.log(
    `${plan.receipts.length} receipts are in the ledger after ${Math.round((performance.now() - started) / 1000)} s.`,
  );
  if (kept !== null) writeFileSync(kept, JSON.stringify(shop));
  return { server, shop, rows, plan };
}
