/** The rules in groups: what may come off a price, money back, cash, selling, the day. */
import { useId } from 'react';
import { CASH_STEPS } from '../../domain/shop-rules.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ChoiceField } from '../catalogue/choice-field.tsx';
import { HoursField } from '../hours/hours-field.tsx';
import { useShop } from '../shop-context.ts';
import { RuleField } from './rule-field.tsx';
import { rulesWords as words } from './rules-words.ts';
import type { RulesEditing } from './use-rules-draft.ts';

interface RulePanelProps {
  readonly editing: RulesEditing;
}

const { parts, rules } = words;

export function DiscountRules({ editing }: RulePanelProps) {
  return (
    <Panel title={parts.discounts} note={parts.discountsNote}>
      <div className="rules-fields">
        <RuleField editing={editing} rule="clerkDiscount" label={rules.clerkDiscount} />
        <RuleField editing={editing} rule="supervisorDiscount" label={rules.supervisorDiscount} />
        <RuleField editing={editing} rule="staffDiscount" label={rules.staffDiscount} />
        <ReasonsField editing={editing} />
      </div>
    </Panel>
  );
}

function ReasonsField({ editing }: RulePanelProps) {
  const id = useId();
  const isWrong = editing.fault === 'discountReasons';
  return (
    <div className="field" data-wrong={isWrong || undefined}>
      <label htmlFor={id}>{rules.discountReasons}</label>
      <textarea
        id={id}
        className="field-input rules-reasons"
        rows={4}
        value={editing.draft.discountReasons}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-error` : `${id}-help`}
        onChange={(event) => editing.change({ discountReasons: event.target.value })}
      />
      <p className="field-error" id={`${id}-error`} role="alert" hidden={!isWrong}>
        <Icon name="warning" size={18} />
        <span>{words.faults.discountReasons}</span>
      </p>
      <p className="field-help" id={`${id}-help`}>
        {words.help.discountReasons}
      </p>
    </div>
  );
}

export function RefundRules({ editing }: RulePanelProps) {
  const { code } = useShop().shop.currency;
  return (
    <Panel title={parts.refunds} note={parts.refundsNote}>
      <div className="rules-fields">
        <RuleField editing={editing} rule="refundDays" label={rules.refundDays} inputMode="numeric" />
        <RuleField editing={editing} rule="refundLimit" label={rules.refundLimit(code)} />
      </div>
    </Panel>
  );
}

export function CashRules({ editing }: RulePanelProps) {
  const { shop, format } = useShop();
  const { code } = shop.currency;
  return (
    <Panel title={parts.cash}>
      <div className="rules-fields">
        <ChoiceField
          label={rules.cashStep}
          value={editing.draft.cashStep}
          options={CASH_STEPS.map((step) => ({
            value: String(step),
            label: step === 1 ? words.notRounded : format.money(step),
          }))}
          onChange={(cashStep) => editing.change({ cashStep })}
        />
        <RuleField editing={editing} rule="float" label={rules.float(code)} />
        <RuleField editing={editing} rule="cashTolerance" label={rules.cashTolerance(code)} />
      </div>
    </Panel>
  );
}

export function SellingRules({ editing }: RulePanelProps) {
  const { code } = useShop().shop.currency;
  const { draft, change } = editing;
  return (
    <Panel title={parts.selling}>
      <div className="rules-fields">
        <RuleField editing={editing} rule="cardCodeAbove" label={rules.cardCodeAbove(code)} />
        <RuleField editing={editing} rule="challengeAge" label={rules.challengeAge} inputMode="numeric" />
        <RuleField
          editing={editing}
          rule="idleLockMinutes"
          label={rules.idleLockMinutes}
          inputMode="numeric"
        />
        <ChoiceField
          label={rules.repeatScans}
          value={draft.repeatScans}
          options={[
            { value: 'raiseQuantity', label: words.repeatScans.raiseQuantity },
            { value: 'newLine', label: words.repeatScans.newLine },
          ]}
          onChange={(chosen) => change({ repeatScans: chosen === 'newLine' ? 'newLine' : 'raiseQuantity' })}
        />
      </div>
      <Switch
        label={rules.paysOnSell}
        description={words.help.paysOnSell}
        isOn={draft.paysOnSell}
        onChange={(paysOnSell) => change({ paysOnSell })}
      />
    </Panel>
  );
}

export function DayRules({ editing }: RulePanelProps) {
  const { draft, change } = editing;
  return (
    <Panel title={parts.day}>
      <div className="rules-fields">
        <RuleField editing={editing} rule="startOfDay" label={rules.startOfDay} inputMode="text" />
        <RuleField editing={editing} rule="leaseDays" label={rules.leaseDays} inputMode="numeric" />
      </div>
      <Switch
        label={rules.signsItselfOff}
        description={words.help.signsItselfOff}
        isOn={draft.signsItselfOff}
        onChange={(signsItselfOff) => change({ signsItselfOff })}
      />
    </Panel>
  );
}

export function HoursRules({ editing }: RulePanelProps) {
  return (
    <Panel>
      <HoursField
        typed={editing.draft.openingHours}
        onType={(openingHours) => editing.change({ openingHours })}
        isAsked={editing.fault === 'openingHours'}
      />
    </Panel>
  );
}
