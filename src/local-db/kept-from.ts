/** From which trading day on this tablet still keeps its facts: what was before is in a verified backup at head office. */
import { factSchema } from '../protocol/fact.ts';
import type { LocalDb } from './open-local-db.ts';

/** @returns null while nothing was pruned. */
export async function readKeptFrom(db: LocalDb): Promise<string | null> {
  const { pruned, facts } = db.journal;
  const gone = await pruned.orderBy('[inc+no]').first();
  if (gone === undefined) return null;
  const oldest = await facts.where('[inc+no]').between([gone.inc, 0], [gone.inc, Infinity]).first();
  return oldest === undefined ? null : factSchema.parse(JSON.parse(oldest.bytes)).day;
}
