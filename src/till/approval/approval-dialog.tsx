/** An approver types their PIN here and now, offline too, for the very act that a role may not do alone. */
import { useState } from 'react';
import type { Approval } from '../../local-db/acting.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PersonChips } from '../pin/person-chips.tsx';
import { PinPad } from '../pin/pin-pad.tsx';
import { usePin } from '../pin/use-pin.ts';
import { useShop, useWords, type Person } from '../till-context.ts';
import type { ApproveOutcome } from '../till-ports.ts';
import './approval.css';

export interface ApprovalSheetProps {
  readonly isOpen: boolean;
  /** Why somebody has to agree. */
  readonly reason: string;
  /** What would happen: *Give back £12.40*. */
  readonly what?: string | undefined;
  readonly ask: (approver: string, pin: string) => Promise<ApproveOutcome>;
  readonly onApproved: (approval: Approval) => void;
  readonly onClose: () => void;
  /** Who of the approvers may agree to this; all of them unless told. */
  readonly mayApprove?: ((person: Person) => boolean) | undefined;
}

export function ApprovalDialog(props: ApprovalSheetProps) {
  const words = useWords().approval;
  return (
    <Sheet isOpen={props.isOpen} onClose={props.onClose} title={words.title} size="wide">
      <Approvers {...props} />
    </Sheet>
  );
}

function Approvers(props: ApprovalSheetProps) {
  const words = useWords().approval;
  const { mayApprove = () => true } = props;
  const approvers = useShop().roster.staff.filter((person) => person.role !== 'clerk' && mayApprove(person));
  const [tapped, choose] = useState<Person | null>(null);
  const chosen = tapped ?? (approvers.length === 1 ? approvers[0] : undefined);
  return (
    <div className="approval">
      <div className="approval-what">
        <Notice tone="mind" icon="key" title={props.what}>
          {props.reason}
        </Notice>
        <p className="approval-who">{approvers.length === 0 ? words.nobody : words.chooser}</p>
        <PersonChips label={words.chooser} people={approvers} chosen={chosen?.id ?? null} onChoose={choose} />
      </div>
      <div className="approval-pin">
        {chosen !== undefined && <ApproverPin key={chosen.id} person={chosen} {...props} />}
      </div>
    </div>
  );
}

function ApproverPin({ person, ask, onApproved }: ApprovalSheetProps & { readonly person: Person }) {
  const words = useWords().approval;
  const control = usePin(person, async (pin) => {
    const outcome = await ask(person.id, pin);
    if (outcome.is !== 'approved') return outcome;
    onApproved(outcome.approval);
    return null;
  });
  return <PinPad person={person} control={control} title={words.pinOf(person.name)} />;
}
