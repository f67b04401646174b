/** Cash goes in, out, or to the safe: how much, and what for. */
import { useState } from 'react';
import type { CashMoved } from '../../domain/fact-body.ts';
import { NO_MONEY, type Money } from '../../domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ApprovalSheet } from '../approval/approval-sheet.tsx';
import { useTypedAmount } from '../ask/use-typed-amount.ts';
import type { TypedAmount } from '../pay/typed-amount.ts';
import { useFormat, useWords, type Person } from '../till-context.ts';
import { problemOf } from './shift-problem.ts';
import { useShiftWords } from './shift-words.ts';
import { useCashMove, type CashMoveControl } from './use-cash-move.ts';
import '../ask/ask.css';

interface CashSheetProps {
  readonly way: CashMoved['is'];
  readonly clerk: Person;
  readonly onClose: () => void;
}

export function CashSheet({ way, clerk, onClose }: CashSheetProps) {
  const words = useShiftWords().cash;
  const why = useWords().approval.why['cash-move'];
  const format = useFormat();
  const control = useCashMove(clerk, onClose);
  const { asked } = control;
  return (
    <>
      <Sheet isOpen onClose={onClose} title={words[way]} size="wide">
        <CashForm way={way} control={control} />
      </Sheet>
      <ApprovalSheet
        isOpen={asked !== null}
        reason={asked === null ? why : `${why} ${asked.reason}`}
        what={asked === null ? undefined : words.go[way](format.money(asked.amount))}
        ask={control.ask}
        onApproved={control.approved}
        onClose={control.keepTyping}
      />
    </>
  );
}

interface CashFormProps {
  readonly way: CashMoved['is'];
  readonly control: CashMoveControl;
}

function CashForm({ way, control }: CashFormProps) {
  const all = useWords();
  const words = useShiftWords().cash;
  const format = useFormat();
  const why = useReason();
  const take = (typed: TypedAmount) => {
    const amount = amountOf(typed);
    if (amount !== null && why.reason !== '') control.move({ is: way, amount, reason: why.reason });
  };
  const { amount: typed, press } = useTypedAmount(take, control.asked === null);
  const amount = amountOf(typed);
  return (
    <div className="cash-form">
      <div className="cash-why">
        <p className="shift-soft">{words.lead[way]}</p>
        <Reasons way={way} why={why} />
        {control.problem !== null && (
          <Notice tone="mind" role="alert">
            {problemOf(control.problem, all)}
          </Notice>
        )}
      </div>
      <div className="ask">
        <output className="ask-typed" aria-label={words.amount}>
          {format.money(amount ?? NO_MONEY)}
        </output>
        <p className="ask-problem" role="alert">
          {(typed.is === 'tooLong' || typed.is === 'cardNumber') && all.ask[typed.is]}
        </p>
        <Keypad onKey={press} corner="00" />
        <Button
          variant="go"
          size="charge"
          isWide
          isDisabled={amount === null || why.reason === ''}
          isPending={control.isSaving}
          onPress={() => {
            take(typed);
          }}
        >
          {control.isSaving ? words.saving : words.go[way](format.money(amount ?? NO_MONEY))}
        </Button>
      </div>
    </div>
  );
}

function amountOf(typed: TypedAmount): Money | null {
  return typed.is === 'amount' ? typed.amount : null;
}

interface ReasonControl {
  readonly chosen: string | null;
  readonly note: string;
  /** As the fact will state it; empty while none is given. */
  readonly reason: string;
  readonly choose: (chosen: string) => void;
  readonly write: (note: string) => void;
}

/** The choice that stands for words of one's own. */
const OTHER = '';

function useReason(): ReasonControl {
  const [chosen, choose] = useState<string | null>(null);
  const [note, write] = useState('');
  const parts = chosen === null ? [] : [chosen, note.trim()];
  return { chosen, note, reason: parts.filter((part) => part !== '').join(': '), choose, write };
}

/** With the chosen word in front of it a note still fits into the fact. */
const NOTE_TYPED_MAX = 80;

function Reasons({ way, why }: { readonly way: CashMoved['is']; readonly why: ReasonControl }) {
  const words = useShiftWords().cash;
  const options = [...words.reasons[way], OTHER];
  return (
    <>
      <h3>{words.why}</h3>
      <SegmentedControl
        className="cash-reasons"
        look="chips"
        label={words.why}
        value={why.chosen}
        onChange={why.choose}
        options={options.map((value) => ({ value, label: value === OTHER ? words.other : value }))}
      />
      <Field
        label={why.chosen === OTHER ? words.reason : words.note}
        value={why.note}
        maxLength={NOTE_TYPED_MAX}
        autoComplete="off"
        onChange={why.write}
      />
    </>
  );
}
