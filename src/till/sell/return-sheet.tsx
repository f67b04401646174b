/** Before goods come back without a receipt: why. Asked once, for everything that is scanned until it is stopped. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../till-context.ts';
import type { SellControl } from './use-sell.ts';

export function ReturnSheet({ send }: Pick<SellControl, 'send'>) {
  const words = useWords().sell;
  const [reason, setReason] = useState(words.returnReasons[0]);
  return (
    <Sheet
      isOpen
      onClose={() => {
        send({ is: 'stopAsking' });
      }}
      title={words.returnTitle}
      size="narrow"
      footer={
        <Button
          variant="go"
          size="large"
          onPress={() => {
            send({ is: 'startReturning', reason });
          }}
        >
          {words.startReturning}
        </Button>
      }
    >
      <fieldset className="return-reasons">
        <legend>{words.returnWhy}</legend>
        {words.returnReasons.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="reason"
              checked={each === reason}
              onChange={() => {
                setReason(each);
              }}
            />
            {each}
          </label>
        ))}
      </fieldset>
      <p className="return-note">{words.returnNote}</p>
    </Sheet>
  );
}
