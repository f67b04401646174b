/** A fact on its way into the projections, with what every one of them needs to know. */
import type { Fact } from '../../protocol/fact.ts';
import type { FlaggedFact } from './flag.ts';
import type { FactRow } from './stored-fact.ts';
import type { TillPlace } from './till-place.ts';

export interface ProjectedFact {
  readonly place: TillPlace;
  readonly row: FactRow;
  readonly envelope: Fact;
}

export function flaggedFact({ place, row, envelope }: ProjectedFact): FlaggedFact {
  const { business, shop, till } = place;
  const { inc, no, hash } = row;
  return { business, shop, till, inc, no, hash, day: envelope.day, at: envelope.at.anchored };
}
