/** The drawer: who has it, which other tills use it, and handing it over. */
import { useState } from 'react';
import { holderOf } from '../../domain/hand-over.ts';
import type { OpenShift } from '../../domain/shift.ts';
import type { RecordedHandOver } from '../../local-db/hand-drawer-over.ts';
import { Button } from '../../ui/button.tsx';
import { personNamed, useShop, type Person } from '../till-context.ts';
import { HandOverSheet } from './hand-over-sheet.tsx';
import { useShiftWords } from './shift-words.ts';
import { useDrawerName, useTillNames } from './till-names.ts';

interface DrawerCardProps {
  readonly shift: OpenShift;
  readonly handOvers: readonly RecordedHandOver[];
  readonly clerk: Person;
  readonly onLock: () => void;
}

export function DrawerCard({ shift, handOvers, clerk, onLock }: DrawerCardProps) {
  const words = useShiftWords().drawer;
  const { roster } = useShop();
  const drawerName = useDrawerName();
  const names = useTillNames();
  const [isHanding, setHanding] = useState(false);
  const holder = holderOf(
    shift.openedBy,
    handOvers.map(({ body }) => body),
  );
  return (
    <section className="shift-card drawer-card" aria-label={words.name}>
      <span className="cash-move-words">
        <strong>{drawerName(shift.drawer)}</strong>
        <small>{words.holder(personNamed(roster, holder))}</small>
        {shift.shared !== undefined && <small>{words.sharedWith(names(shift.shared.others))}</small>}
      </span>
      <Button
        size="large"
        onPress={() => {
          setHanding(true);
        }}
      >
        {words.handOver}
      </Button>
      {isHanding && (
        <HandOverSheet
          shift={shift}
          holder={holder}
          clerk={clerk}
          onLock={onLock}
          onClose={() => {
            setHanding(false);
          }}
        />
      )}
    </section>
  );
}
