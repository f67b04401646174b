/** Beside the day's name: sign it off, sign what came later, or that it is signed. */
import type { Reconciliation } from '../../protocol/people-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { SignOffSheet } from './sign-off-sheet.tsx';
import { useSignOff } from './use-sign-off.ts';

const words = officeWords.reconcile.signOff;

export function SignOffAction({ day, signOff, cards }: Pick<Reconciliation, 'day' | 'signOff' | 'cards'>) {
  const { format } = useShop();
  const signing = useSignOff(day);
  const { maySign, open, signatures } = signOff;
  const last = signatures.at(-1);
  if (!maySign)
    return last === undefined ? null : (
      <Tag tone="go" icon="check">
        {last.byName === null ? words.signedItself : words.signedBy(last.byName, format.moment(last.at))}
      </Tag>
    );
  return (
    <>
      <Button variant={open.length === 0 ? 'go' : 'quiet'} onPress={signing.open}>
        {last !== undefined
          ? words.signAddendum
          : open.length === 0
            ? words.sign
            : words.signWithOpen(format.count(open.length))}
      </Button>
      {signing.isOpen && <SignOffSheet signing={signing} signOff={signOff} day={day} cards={cards} />}
    </>
  );
}
