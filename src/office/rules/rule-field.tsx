/** One rule that is typed, with what it means and what is wrong with it. */
import { Field, type FieldProps } from '../../ui/field.tsx';
import { rulesWords as words } from './rules-words.ts';
import type { RulesDraft } from './rules-draft.ts';
import type { RulesEditing } from './use-rules-draft.ts';

type TextRule = Exclude<keyof RulesDraft, 'paysOnSell' | 'signsItselfOff' | 'repeatScans' | 'openingHours'>;

export interface RuleFieldProps extends Pick<FieldProps, 'label' | 'inputMode'> {
  readonly editing: RulesEditing;
  readonly rule: TextRule;
}

const HELP: Readonly<Partial<Record<string, string>>> = words.help;
const TYPED_LENGTH_MAX = 12;

export function RuleField({ editing, rule, label, inputMode = 'decimal' }: RuleFieldProps) {
  const help = HELP[rule];
  return (
    <Field
      label={label}
      value={editing.draft[rule]}
      onChange={(typed) => editing.change({ [rule]: typed })}
      inputMode={inputMode}
      maxLength={TYPED_LENGTH_MAX}
      autoComplete="off"
      error={editing.fault === rule ? words.faults[rule] : undefined}
      {...(help === undefined ? {} : { description: help })}
    />
  );
}
