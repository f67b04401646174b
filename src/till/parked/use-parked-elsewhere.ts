/** What other tills of the shop have parked: asked when the list is opened, and taken up only with head office's word. */
import { useEffect, useState } from 'react';
import { forgetParked, recallElsewhere, type ParkOutcome } from '../../local-db/park-sale.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { BasketElsewhere } from '../till-ports.ts';

export type ElsewhereList =
  | { readonly is: 'asking' }
  | { readonly is: 'unreachable' }
  | { readonly is: 'there'; readonly parked: readonly BasketElsewhere[] };

export type ElsewhereProblem = 'gone' | 'unreachable' | Exclude<ParkOutcome, { is: 'recorded' }>;

export interface ElsewhereControl {
  readonly list: ElsewhereList;
  readonly isBusy: boolean;
  readonly problem: ElsewhereProblem | null;
  /** Only while nothing lies on the desk. */
  readonly takeUp: (basket: BasketElsewhere) => void;
}

export function useParkedElsewhere(desk: SaleDesk, clerk: Person): ElsewhereControl {
  const { db, parkedElsewhere, actingAs } = usePorts();
  const list = useList();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ElsewhereProblem | null>(null);
  const takeUp = async (sale: string): Promise<ElsewhereProblem | null> => {
    const asked = await parkedElsewhere.claim(sale);
    if (asked.is === 'unreachable') return 'unreachable';
    if (asked.value.is === 'gone') return 'gone';
    const { till, open, name, gross, day, at, staff } = asked.value;
    await desk.saveNow();
    const outcome = await recallElsewhere(db, { open, till }, actingAs(clerk.id));
    if (outcome.is !== 'recorded') return outcome;
    desk.send({
      is: 'recall',
      parked: { sale: open.sale, name, open, gross, day, parkedAt: at, parkedBy: staff },
    });
    return null;
  };
  return {
    list,
    isBusy,
    problem,
    takeUp: ({ sale }) => {
      if (isBusy) return;
      setBusy(true);
      void takeUp(sale).then((came) => {
        setBusy(false);
        setProblem(came);
      });
    },
  };
}

/** What another till has taken up of ours is struck off our own list on the way. */
function useList(): ElsewhereList {
  const { db, parkedElsewhere } = usePorts();
  const [list, setList] = useState<ElsewhereList>({ is: 'asking' });
  // Head office is asked once, as the list opens.
  useEffect(() => {
    let isWanted = true;
    void parkedElsewhere.list().then(async (asked) => {
      if (asked.is === 'answered') await forgetParked(db, asked.value.taken);
      if (!isWanted) return;
      setList(asked.is === 'answered' ? { is: 'there', parked: asked.value.parked } : asked);
    });
    return () => {
      isWanted = false;
    };
  }, [db, parkedElsewhere]);
  return list;
}
