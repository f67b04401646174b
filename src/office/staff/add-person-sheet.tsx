/** Somebody new: name and role, then their PIN. */
import { useState } from 'react';
import type { Role } from '../../domain/role.ts';
import { PERSON_NAME_LENGTH_MAX } from '../../protocol/staff-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { RoleChoice } from './role-choice.tsx';
import { StaffTrouble } from './staff-trouble.tsx';
import { staffWords as words } from './staff-words.ts';
import type { StaffDesk } from './use-staff.ts';

export function AddPersonSheet({ desk }: { readonly desk: StaffDesk }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('clerk');
  const wanted = name.trim();
  return (
    <Sheet isOpen onClose={desk.close} title={words.addTitle}>
      <form
        className="staff-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '' && !desk.isWorking) desk.act({ do: 'add', after: { name: wanted, role } });
        }}
      >
        <p>{words.addLead}</p>
        <Field
          label={words.name}
          value={name}
          onChange={setName}
          maxLength={PERSON_NAME_LENGTH_MAX}
          autoComplete="off"
          autoFocus
        />
        <RoleChoice value={role} onChange={setRole} />
        <StaffTrouble desk={desk} />
        <div className="staff-buttons">
          <Button onPress={desk.close}>{words.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={wanted === ''} isPending={desk.isWorking}>
            {words.addAndMakePin}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
