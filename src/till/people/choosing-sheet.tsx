/** *Forgot PIN? · Someone new today?*: who it is, an approver's PIN, then a PIN of their own. All of it on this tablet. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { mayVouchFor } from '../../domain/role.ts';
import type { Approval } from '../../local-db/acting.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ApprovalDialog } from '../approval/approval-dialog.tsx';
import { useRareWords } from '../rare-words.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { Choosing } from '../till-ports.ts';
import { ChoosePinPad } from './choose-pin-pad.tsx';
import { WhoChooses, type Newcomer } from './who-chooses.tsx';

interface ChoosingSheetProps {
  readonly onSignedIn: (person: Person) => void;
  readonly onClose: () => void;
}

type Step =
  | { readonly is: 'who' }
  | { readonly is: 'vouch'; readonly newcomer: Newcomer }
  | { readonly is: 'pin'; readonly newcomer: Newcomer; readonly approval: Approval };

export function ChoosingSheet({ onSignedIn, onClose }: ChoosingSheetProps) {
  const words = useRareWords().people;
  const { access } = usePorts();
  const [step, go] = useState<Step>({ is: 'who' });
  switch (step.is) {
    case 'who':
      return (
        <Sheet isOpen onClose={onClose} title={words.title} size="wide">
          <WhoChooses
            onForgot={(person) => {
              go({ is: 'vouch', newcomer: knownPerson(person) });
            }}
            onNew={(name) => {
              go({ is: 'vouch', newcomer: newPerson(name) });
            }}
          />
        </Sheet>
      );
    case 'vouch':
      return (
        <ApprovalDialog
          isOpen
          reason={words.vouch(step.newcomer.name)}
          mayApprove={({ role }) => mayVouchFor(role, step.newcomer.role)}
          ask={(approver, pin) => access.vouch(approver, pin, step.newcomer.who)}
          onApproved={(approval) => {
            go({ is: 'pin', newcomer: step.newcomer, approval });
          }}
          onClose={onClose}
        />
      );
    case 'pin':
      return (
        <Sheet isOpen onClose={onClose} title={words.pinTitle(step.newcomer.name)} size="narrow">
          <ChoosePinPad {...step.newcomer} approval={step.approval} onChosen={onSignedIn} />
        </Sheet>
      );
  }
}

const NEW_LENGTH = 4;

function knownPerson({ id, name, role, pinLength: length }: Person): Newcomer {
  const who: Choosing = { is: 'pinSet', staff: id };
  return { who, name, role, length };
}

function newPerson(name: string): Newcomer {
  return { who: { is: 'personAdded', staff: uuidv7(), name }, name, role: 'clerk', length: NEW_LENGTH };
}
