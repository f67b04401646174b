/** How much is taken off, and why: chips for what is common, a field for the rest. The same for a line and for the basket. */
import { discountPolicyOf } from '../../domain/discount-limit.ts';
import { money } from '../../domain/money.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useActWords } from '../act-words.ts';
import { useFormat, useShop, useWords } from '../till-context.ts';
import { DISCOUNT_PERCENTS, type DiscountForm, type DiscountStep } from './discount-form.ts';

interface DiscountFieldsProps {
  readonly form: DiscountForm;
  readonly send: (step: DiscountStep) => void;
  /** The staff's own rate can be chosen, where the shop has one. */
  readonly hasStaff?: boolean;
  readonly problem: 'percent' | 'amount' | 'reason' | null;
  readonly asksManager: boolean;
}

export function DiscountFields({ form, send, hasStaff = false, problem, asksManager }: DiscountFieldsProps) {
  const words = useActWords().discount;
  return (
    <div className="discount">
      <HowMuch form={form} send={send} hasStaff={hasStaff} />
      {form.isTyped && form.way !== 'none' && <Typed form={form} send={send} problem={problem} />}
      {(form.way === 'percent' || form.way === 'amount') && (
        <Reasons form={form} send={send} isMissing={problem === 'reason'} />
      )}
      {asksManager && (
        <Notice tone="mind" icon="key" role="status">
          {words.manager}
        </Notice>
      )}
    </div>
  );
}

type FieldsProps = Pick<DiscountFieldsProps, 'form' | 'send'>;

function HowMuch({ form, send, hasStaff }: FieldsProps & { readonly hasStaff: boolean }) {
  const words = useActWords().discount;
  const { staffDiscount } = useWords().receipt;
  const { rate } = useFormat();
  const { staffRate } = discountPolicyOf(useShop().roster.policy);
  const steps = new Map<string, DiscountStep>([
    ['none', { is: 'none' }],
    ...DISCOUNT_PERCENTS.map((percent) => [String(percent), { is: 'percent', percent }] as const),
    ['other', { is: 'other' }],
    ['staff', { is: 'staff' }],
  ]);
  const options = [
    { value: 'none', label: words.none },
    ...DISCOUNT_PERCENTS.map((percent) => ({
      value: String(percent),
      label: rate(basisPoints(percent * 100)),
    })),
    { value: 'other', label: words.other },
    ...(hasStaff && staffRate > 0 ? [{ value: 'staff', label: staffDiscount(rate(staffRate)) }] : []),
  ];
  return (
    <SegmentedControl
      className="discount-chips"
      look="chips"
      label={words.howMuch}
      options={options}
      value={chosenChip(form)}
      onChange={(chip) => {
        const step = steps.get(chip);
        if (step !== undefined) send(step);
      }}
    />
  );
}

function chosenChip({ way, isTyped, text }: DiscountForm): string {
  if (way === 'none' || way === 'staff') return way;
  return isTyped ? 'other' : text;
}

function Typed({ form, send, problem }: FieldsProps & Pick<DiscountFieldsProps, 'problem'>) {
  const words = useActWords().discount;
  const { figure } = useFormat();
  const { currency } = useShop().roster.policy;
  const wrong = { percent: words.notAPercent, amount: words.notAnAmount(figure(money(250))) };
  return (
    <div className="discount-typed">
      <Field
        label={form.way === 'amount' ? words.amount : words.percent}
        value={form.text}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        onChange={(text) => {
          send({ is: 'type', text });
        }}
        error={problem === 'percent' || problem === 'amount' ? wrong[problem] : undefined}
      />
      <SegmentedControl
        label={words.unit}
        options={[
          { value: 'percent', label: words.percentSign },
          { value: 'amount', label: currency.code },
        ]}
        value={form.way === 'amount' ? 'amount' : 'percent'}
        onChange={(unit) => {
          send({ is: 'unit', unit });
        }}
      />
    </div>
  );
}

function Reasons({ form, send, isMissing }: FieldsProps & { readonly isMissing: boolean }) {
  const words = useActWords().discount;
  const { reasons } = discountPolicyOf(useShop().roster.policy);
  const offered = reasons.length > 0 ? reasons : words.reasons;
  const known = form.reason === null || offered.includes(form.reason) ? offered : [...offered, form.reason];
  return (
    <div className="discount-why">
      <p className="discount-label">{words.why}</p>
      <SegmentedControl
        className="discount-chips"
        look="chips"
        label={words.why}
        options={known.map((reason) => ({ value: reason, label: reason }))}
        value={form.reason}
        onChange={(reason) => {
          send({ is: 'reason', reason });
        }}
      />
      {isMissing && (
        <p className="discount-missing" role="alert">
          {words.noReason}
        </p>
      )}
    </div>
  );
}
