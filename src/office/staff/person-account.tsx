/** The account of the office of somebody who runs the shop: given, or opened anew. */
import { useState } from 'react';
import { runsTheShop } from '../../domain/role.ts';
import { giveAccountSchema, type PersonRow } from '../../protocol/staff-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { staffWords as words } from './staff-words.ts';
import type { StaffDesk } from './use-staff.ts';

export interface PersonAccountProps {
  readonly desk: StaffDesk;
  readonly person: PersonRow;
}

const EMAIL_LENGTH_MAX = 200;

export function PersonAccount({ desk, person }: PersonAccountProps) {
  const [email, setEmail] = useState(person.email ?? '');
  const [isWrong, setWrong] = useState(false);
  if (!runsTheShop(person.role)) return null;
  if (desk.staff.data?.mayGiveAccounts !== true)
    return (
      <section className="staff-part">
        <h3>{words.inTheOffice}</h3>
        <p className="office-soft">{words.onlyOwner}</p>
      </section>
    );
  return (
    <section className="staff-part">
      <h3>{words.inTheOffice}</h3>
      <form
        className="staff-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const isRight = giveAccountSchema.safeParse({ email }).success;
          setWrong(!isRight);
          if (isRight && !desk.isWorking) desk.giveAccount(person, email.trim());
        }}
      >
        <Field
          label={words.email}
          description={words.accountLead}
          error={isWrong ? words.emailWrong : undefined}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          maxLength={EMAIL_LENGTH_MAX}
          value={email}
          onChange={(typed) => {
            setEmail(typed);
            setWrong(false);
          }}
        />
        <div>
          <Button type="submit" icon="office" isDisabled={desk.isWorking}>
            {person.email === null ? words.giveAccount : words.newPassword}
          </Button>
        </div>
      </form>
    </section>
  );
}
