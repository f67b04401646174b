/** One question with its evidence, the ways to settle it, and why. */
import { useState } from 'react';
import { decisionsOf, needsReason, type Decision } from '../../domain/settlement.ts';
import { WHY_LENGTH_MAX } from '../../protocol/settlement-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { Evidence } from './evidence.tsx';
import type { FlagQuestion } from './group-flags.ts';
import type { Settling } from './use-settling.ts';

const words = officeWords.reconcile.settling;

export interface SettleSheetProps {
  readonly settling: Settling;
  readonly question: FlagQuestion;
}

export function SettleSheet({ settling, question }: SettleSheetProps) {
  const { kind, first, flags } = question;
  const decisions = decisionsOf(kind);
  const [decision, setDecision] = useState<Decision | null>(
    decisions.length === 1 ? (decisions[0] ?? null) : null,
  );
  const [why, setWhy] = useState('');
  const close = () => settling.send({ do: 'close' });
  const isSayable = decision !== null && (!needsReason(decision) || why.trim() !== '');
  return (
    <Sheet isOpen onClose={close} title={officeWords.reconcile.flags.kinds[kind]}>
      <form
        className="reconcile-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSayable && !settling.isWorking) settling.send({ do: 'settle', flags, decision, why });
        }}
      >
        <Evidence flag={first} />
        <fieldset className="reconcile-decisions">
          <legend>{words.how(flags.length)}</legend>
          {decisions.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="decision"
                checked={decision === each}
                onChange={() => setDecision(each)}
              />
              <span>
                <b>{words.decisions[each]}</b>
                <small>{words.meanings[each]}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <Field
          label={decision !== null && needsReason(decision) ? words.why : words.whyIfYouLike}
          description={words.whyHelp}
          value={why}
          onChange={setWhy}
          maxLength={WHY_LENGTH_MAX}
          autoComplete="off"
        />
        {settling.failure !== null && (
          <Notice tone="mind" role="alert">
            {words.failed[settling.failure]}
          </Notice>
        )}
        <div className="reconcile-buttons">
          <Button onPress={close}>{words.cancel}</Button>
          <Button type="submit" variant="go" isDisabled={!isSayable} isPending={settling.isWorking}>
            {words.settle}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
