/** Puts the basket aside under a name, takes one up again, or throws one away: each a fact before the screen follows. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { startSale } from '../../domain/open-sale.ts';
import { parkSale, recallSale, voidParkedSale, type ParkOutcome } from '../../local-db/park-sale.ts';
import type { ParkedSale } from '../../local-db/parked-sale.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { usePorts, type Person } from '../till-context.ts';

export type ParkProblem = Exclude<ParkOutcome, { is: 'recorded' }>;

export interface ParkingControl {
  readonly isBusy: boolean;
  readonly problem: ParkProblem | null;
  /** Who and when, for a basket nobody names. */
  readonly park: (name: string) => void;
  /** What lies on the desk is parked first, under `name`; null while the desk is empty. */
  readonly recall: (parked: ParkedSale, name: string | null) => void;
  readonly throwAway: (parked: ParkedSale) => void;
}

export function useParking(desk: SaleDesk, clerk: Person): ParkingControl {
  const { db, actingAs } = usePorts();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ParkProblem | null>(null);
  const run = (act: () => Promise<ParkOutcome>) => {
    if (isBusy) return;
    setBusy(true);
    void act().then((outcome) => {
      setBusy(false);
      setProblem(outcome.is === 'recorded' ? null : outcome);
    });
  };
  const park = async (name: string): Promise<ParkOutcome> => {
    const outcome = await parkSale(db, { sale: desk.current().sale, name }, actingAs(clerk.id));
    if (outcome.is === 'recorded') desk.send({ is: 'open', sale: startSale(uuidv7()) });
    return outcome;
  };
  const recall = async (parked: ParkedSale): Promise<ParkOutcome> => {
    // An emptied desk may not have reached the database yet, and only a free one is given another basket.
    await desk.saveNow();
    const outcome = await recallSale(db, parked.sale, actingAs(clerk.id));
    if (outcome.is === 'recorded') desk.send({ is: 'recall', parked });
    return outcome;
  };
  return {
    isBusy,
    problem,
    park: (name) => {
      run(() => park(name));
    },
    recall: (parked, name) => {
      run(async () => {
        const made = name === null ? null : await park(name);
        return made === null || made.is === 'recorded' ? recall(parked) : made;
      });
    },
    throwAway: (parked) => {
      run(() => voidParkedSale(db, parked.sale, actingAs(clerk.id)));
    },
  };
}
