/** One person: name and role, a new PIN, an account of the office, and the way off the list. */
import { useState } from 'react';
import { pinLengthOf } from '../../domain/pin-rule.ts';
import { PERSON_NAME_LENGTH_MAX, type PersonRow } from '../../protocol/staff-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PersonAccount } from './person-account.tsx';
import { RoleChoice } from './role-choice.tsx';
import { StaffTrouble } from './staff-trouble.tsx';
import { staffWords as words } from './staff-words.ts';
import type { StaffDesk } from './use-staff.ts';

export interface PersonSheetProps {
  readonly desk: StaffDesk;
  readonly person: PersonRow;
  readonly isMe: boolean;
}

export function PersonSheet({ desk, person, isMe }: PersonSheetProps) {
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const wanted = name.trim();
  const isAsBefore = wanted === person.name && role === person.role;
  const save = () => {
    if (wanted !== '' && !isAsBefore && !desk.isWorking)
      desk.act({ do: 'change', person, after: { name: wanted, role } });
  };
  return (
    <Sheet
      isOpen
      onClose={desk.close}
      title={person.name}
      place="side"
      footer={
        <div className="staff-buttons">
          {!isMe && (
            <Button
              className="staff-end"
              isDisabled={desk.isWorking}
              onPress={() => desk.act({ do: 'end', person })}
            >
              {words.end}
            </Button>
          )}
          <Button onPress={desk.close}>{words.cancel}</Button>
          <Button
            variant="go"
            onPress={save}
            isDisabled={wanted === '' || isAsBefore}
            isPending={desk.isWorking}
          >
            {words.save}
          </Button>
        </div>
      }
    >
      <div className="staff-form">
        <form
          className="staff-form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Field
            label={words.name}
            value={name}
            onChange={setName}
            maxLength={PERSON_NAME_LENGTH_MAX}
            autoComplete="off"
            autoFocus
          />
          {isMe ? (
            <p className="office-soft">{words.oneself}</p>
          ) : (
            <RoleChoice value={role} onChange={setRole} />
          )}
          {pinLengthOf(role) > pinLengthOf(person.role) && <Notice tone="here">{words.longerPin}</Notice>}
        </form>
        <StaffTrouble desk={desk} />
        <PersonPin desk={desk} person={person} />
        {!isMe && <PersonAccount desk={desk} person={person} />}
      </div>
    </Sheet>
  );
}

function PersonPin({ desk, person }: Omit<PersonSheetProps, 'isMe'>) {
  return (
    <section className="staff-part">
      <h3>{words.atTheTill}</h3>
      <p className="office-soft">{words.newPinLead}</p>
      <Button icon="key" isDisabled={desk.isWorking} onPress={() => desk.act({ do: 'pin', person })}>
        {words.newPin}
      </Button>
    </section>
  );
}
