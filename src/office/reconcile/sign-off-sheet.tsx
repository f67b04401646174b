/** What a signature will stand under, what speaks against it, and why it is given all the same. */
import { useState } from 'react';
import type { CardDay } from '../../protocol/card-messages.ts';
import type { OpenReason, SignOff } from '../../protocol/sign-off-messages.ts';
import { WHY_LENGTH_MAX } from '../../protocol/settlement-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useShop } from '../shop-context.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';
import { cardWords } from './card-words.ts';
import type { SigningOff } from './use-sign-off.ts';

const words = officeWords.reconcile.signOff;

export interface SignOffSheetProps {
  readonly signing: SigningOff;
  readonly signOff: SignOff;
  readonly day: string;
  readonly cards: CardDay;
}

export function SignOffSheet({ signing, signOff, day, cards }: SignOffSheetProps) {
  const { format } = useShop();
  const [why, setWhy] = useState('');
  const { open, seen, addendum } = signOff;
  const isSayable = open.length === 0 || why.trim() !== '';
  return (
    <Sheet isOpen onClose={signing.close} title={words.title(format.day(day))}>
      <form
        className="reconcile-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSayable && !signing.isWorking) signing.sign({ seen, why });
        }}
      >
        <p>{addendum === null ? words.lead : words.leadAddendum}</p>
        <Figures signOff={signOff} cards={cards} />
        {open.length > 0 && (
          <Notice tone="mind" title={words.openTitle}>
            <ul className="reconcile-open">
              {open.map((reason) => (
                <li key={`${reason.is} ${reason.tillName ?? ''}`}>{reasonWords(reason, format)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {open.length > 0 && (
          <Field
            label={words.why}
            description={words.whyHelp}
            value={why}
            onChange={setWhy}
            maxLength={WHY_LENGTH_MAX}
            autoComplete="off"
          />
        )}
        {signing.failure !== null && (
          <Notice tone="mind" role="alert">
            {words.failed[signing.failure]}
          </Notice>
        )}
        <div className="reconcile-buttons">
          <Button onPress={signing.close}>{officeWords.reconcile.settling.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={!isSayable} isPending={signing.isWorking}>
            {open.length === 0 ? words.signNow : words.signAllTheSame}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function Figures({ signOff: { figures, addendum }, cards }: Pick<SignOffSheetProps, 'signOff' | 'cards'>) {
  const { format } = useShop();
  const { takings, received, drawers } = addendum?.figures ?? figures;
  const rows = [
    [officeWords.reconcile.takings, format.money(takings.gross)],
    [words.receipts, format.count(received.receipts)],
    [officeWords.reconcile.figures.cash, format.money(takings.cash)],
    [officeWords.reconcile.figures.card, format.money(takings.card)],
    [officeWords.reconcile.cashDifference, format.difference(drawers.difference)],
    [cardWords.signOff.name, cardsWords(cards, format)],
  ];
  return (
    <dl className="reconcile-signing">
      {rows.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function cardsWords(
  { files, rowsWithoutSale, salesWithoutRow, waiting }: CardDay,
  format: ShopFormat,
): string {
  const words = cardWords.signOff;
  if (files.length === 0) return words.notBrought;
  const oneSided = rowsWithoutSale.length + salesWithoutRow.length;
  if (oneSided > 0) return words.oneSided(format.count(oneSided));
  return waiting.count > 0 ? words.waiting(format.count(waiting.count)) : words.agree;
}

export function reasonWords({ is, tillName, count, value }: OpenReason, format: ShopFormat): string {
  const reasons = words.reasons;
  switch (is) {
    case 'shiftOpen':
      return reasons.shiftOpen(tillName ?? '');
    case 'onTablet':
      return reasons.onTablet(tillName ?? '', format.count(count), count, format.money(value));
    case 'drawer':
      return reasons.drawer(tillName ?? '', value === 0 ? null : format.difference(value));
    case 'moneyMissing':
      return reasons.moneyMissing(format.count(count), count);
    case 'givenTwice':
      return reasons.givenTwice(format.count(count), count, format.money(value));
  }
}
