/** A PIN or a first password, large enough to be read across a desk, once. */
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useShop } from '../shop-context.ts';
import { staffWords as words } from './staff-words.ts';
import type { StaffDialog } from './use-staff.ts';

export interface SecretSheetProps {
  readonly secret: Extract<StaffDialog, { is: 'pin' | 'password' }>;
  readonly onClose: () => void;
}

export function SecretSheet({ secret, onClose }: SecretSheetProps) {
  const { format } = useShop();
  const isPin = secret.is === 'pin';
  const name = isPin ? secret.name : secret.given.person.name;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={isPin ? words.pinTitle(name) : words.passwordTitle(name)}
      isDismissable={false}
    >
      <div className="staff-form">
        <output
          className="office-secret num"
          data-long={!isPin || undefined}
          aria-label={isPin ? words.pin : words.password}
        >
          {isPin ? secret.pin : secret.given.password}
        </output>
        <p>
          {isPin
            ? words.pinLead
            : words.passwordLead(secret.given.person.email ?? '', format.moment(secret.given.until))}
        </p>
        {isPin && <p className="office-soft">{words.pinNext}</p>}
        <div className="staff-buttons">
          <Button variant="go" onPress={onClose}>
            {words.done}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
