/** What is open over a list of people. */
import { AddPersonSheet } from './add-person-sheet.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { SecretSheet } from './secret-sheet.tsx';
import type { StaffDesk } from './use-staff.ts';
import './staff.css';

export function StaffDialogs({ desk, me }: { readonly desk: StaffDesk; readonly me: string | null }) {
  const { dialog } = desk;
  switch (dialog.is) {
    case 'none':
      return null;
    case 'adding':
      return <AddPersonSheet desk={desk} />;
    case 'person':
      return <PersonSheet desk={desk} person={dialog.person} isMe={dialog.person.id === me} />;
    case 'pin':
    case 'password':
      return <SecretSheet secret={dialog} onClose={desk.close} />;
  }
}
