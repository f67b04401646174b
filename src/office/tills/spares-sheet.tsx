/** Codes for the safe: what they are for, then the codes themselves, once, to be printed. */
import type { SpareCodes, TillCode } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { FormFailure } from './form-failure.tsx';
import { tillChangeWords as words } from './till-change-words.ts';
import type { Tills } from './use-tills.ts';

interface SparesSheetProps {
  readonly tills: Tills;
  /** Null before they are made. */
  readonly spares: SpareCodes | null;
  /** Some were printed before. */
  readonly hasOlder: boolean;
}

export function SparesSheet({ tills, spares, hasOlder }: SparesSheetProps) {
  return spares === null ? (
    <MakeSheet tills={tills} hasOlder={hasOlder} />
  ) : (
    <CodesSheet codes={spares.codes} onClose={() => tills.send({ do: 'close' })} />
  );
}

function MakeSheet({ tills, hasOlder }: Omit<SparesSheetProps, 'spares'>) {
  const close = () => tills.send({ do: 'close' });
  return (
    <Sheet isOpen onClose={close} title={words.sparesTitle} size="narrow">
      <div className="tills-form">
        <p>{words.sparesLead}</p>
        {hasOlder && <p>{words.sparesAgain}</p>}
        <FormFailure failure={tills.failure} />
        <div className="tills-buttons">
          <Button onPress={close}>{officeWords.tills.cancel}</Button>
          <Button
            variant="go"
            isPending={tills.isWorking}
            onPress={() => tills.send({ do: 'makeSpares', name: words.spareName })}
          >
            {words.sparesGo}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface CodesSheetProps extends SpareCodes {
  readonly onClose: () => void;
}

function CodesSheet({ codes, onClose }: CodesSheetProps) {
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.sparesTitle}
      isDismissable={false}
      footer={
        <div className="tills-buttons tills-on-screen">
          <Button icon="printer" onPress={() => window.print()}>
            {words.print}
          </Button>
          <Button variant="go" onPress={onClose}>
            {officeWords.tills.done}
          </Button>
        </div>
      }
    >
      <div className="tills-form">
        <ul className="tills-spare-list">
          {codes.map((code) => (
            <SpareCode key={code.code} code={code} />
          ))}
        </ul>
        <p>{words.spareHow}</p>
        <p className="tills-on-screen">{words.sparesShownOnce}</p>
      </div>
    </Sheet>
  );
}

function SpareCode({ code: { name, code, expiresAt } }: { readonly code: TillCode }) {
  const { shop, format } = useShop();
  return (
    <li>
      <div>
        <strong>
          {shop.name} · {name}
        </strong>
        <p className="tills-code-text num">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
        <p className="office-soft">{words.spareUntil(format.day(format.date(expiresAt)))}</p>
      </div>
      <QrCode text={code} label={officeWords.tills.codeQr} size={112} />
    </li>
  );
}
