/** Begins an import of products. The oldest finished ones go: they can be taken back no longer. */
import type { BeginImport, ImportState } from '../../protocol/import-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queryable } from '../database/query-rows.ts';
import { findImport, IMPORTS_KEPT, stateOf } from './import-state.ts';
import type { Asked } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { readTaxClasses } from './read-tax-classes.ts';

const NO_TAX = refused(400, 'input-invalid', 'The tax of products without one has no rate in every shop.');

export async function beginImport(asked: Asked<BeginImport>): Promise<Outcome<ImportState>> {
  const { input, caller, pool, now } = asked;
  const { otherwise } = input;
  const classes = (await readTaxClasses(pool, caller.business)).map(({ id }) => id);
  const taxes =
    otherwise.tax.is === 'single' ? [otherwise.tax.class] : [otherwise.tax.eatIn, otherwise.tax.takeAway];
  if (!taxes.every((tax) => classes.includes(tax))) return NO_TAX;
  return inTransaction(pool, async (client) => {
    await client.query(
      `insert into evertill.catalogue_import (import, business, person, begun_at, file_name, source, rows, otherwise)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        input.import,
        caller.business,
        caller.person,
        now,
        input.fileName,
        input.source,
        input.rows,
        JSON.stringify(otherwise),
      ],
    );
    await forgetOldest(client, caller.business);
    const held = await findImport(client, caller.business, input.import);
    return held === null ? NOT_FOUND : answer(stateOf(held));
  });
}

/** One that is half-way stays, however old. */
async function forgetOldest(client: Queryable, business: string): Promise<void> {
  await client.query(
    `delete from evertill.catalogue_import where business = $1 and stage not in ('applying', 'undoing') and import not in (
       select import from evertill.catalogue_import where business = $1 order by begun_at desc, import desc limit $2)`,
    [business, IMPORTS_KEPT],
  );
}
