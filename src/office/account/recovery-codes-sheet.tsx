/** The recovery codes, once: whoever closes this has kept them. */
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { accountWords } from './account-words.ts';

const words = accountWords.second;

export interface RecoveryCodesSheetProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

export function RecoveryCodesSheet({ codes, onKept }: RecoveryCodesSheetProps) {
  return (
    <Sheet isOpen onClose={onKept} title={words.codesTitle} isDismissable={false}>
      <div className="account-form">
        <p>{words.codesLead}</p>
        <ul className="account-codes num" aria-label={words.codesTitle}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="account-buttons">
          <Button icon="printer" onPress={() => window.print()}>
            {words.print}
          </Button>
          <Button variant="go" onPress={onKept}>
            {words.done}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
