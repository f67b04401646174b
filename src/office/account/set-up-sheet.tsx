/** The secret for an authenticator app, as a picture and as text; its first code turns the second factor on. */
import { useState } from 'react';
import type { SecondFactorBegun } from '../../protocol/account-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AccountTrouble } from './account-trouble.tsx';
import { accountWords } from './account-words.ts';
import type { SecondFactorDesk } from './use-second-factor.ts';

const words = accountWords.second;
const CODE_LENGTH_MAX = 9;

export interface SetUpSheetProps {
  readonly desk: SecondFactorDesk;
  readonly begun: SecondFactorBegun;
}

export function SetUpSheet({ desk, begun }: SetUpSheetProps) {
  const [code, setCode] = useState('');
  return (
    <Sheet isOpen onClose={desk.close} title={words.title}>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '' && !desk.isWorking) desk.confirm(code);
        }}
      >
        <p>{words.scan}</p>
        <div className="account-secret">
          <QrCode text={begun.uri} label={words.qr} size={208} />
          <div>
            <p className="office-soft">{words.secret}</p>
            <code className="num">{begun.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
          </div>
        </div>
        <Field
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={CODE_LENGTH_MAX}
          value={code}
          onChange={setCode}
          autoFocus
        />
        <AccountTrouble error={desk.error} />
        <div className="account-buttons">
          <Button onPress={desk.close}>{words.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={code.trim() === ''} isPending={desk.isWorking}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
