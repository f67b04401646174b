/** Turning the second factor off, with the password and a code. */
import { useState } from 'react';
import { PASSWORD_LENGTH_MAX } from '../../protocol/account-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AccountTrouble } from './account-trouble.tsx';
import { accountWords } from './account-words.ts';
import type { SecondFactorDesk } from './use-second-factor.ts';

const words = accountWords.second;
const CODE_LENGTH_MAX = 40;

export function EndSheet({ desk }: { readonly desk: SecondFactorDesk }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const isSayable = password !== '' && code.trim() !== '';
  return (
    <Sheet isOpen onClose={desk.close} title={words.endTitle} size="narrow" role="alertdialog">
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSayable && !desk.isWorking) desk.end({ password, code });
        }}
      >
        <p>{words.endLead}</p>
        <Field
          label={accountWords.password.old}
          type="password"
          autoComplete="current-password"
          maxLength={PASSWORD_LENGTH_MAX}
          value={password}
          onChange={setPassword}
          autoFocus
        />
        <Field
          label={words.endCode}
          autoComplete="one-time-code"
          maxLength={CODE_LENGTH_MAX}
          value={code}
          onChange={setCode}
        />
        <AccountTrouble error={desk.error} />
        <div className="account-buttons">
          <Button onPress={desk.close}>{words.cancel}</Button>
          <Button type="submit" variant="person" isDisabled={!isSayable} isPending={desk.isWorking}>
            {words.end}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
