/** A discount on everything that is sold in this basket. */
import type { SyntheticEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useActWords } from '../act-words.ts';
import { useFormat, useWords } from '../till-context.ts';
import { DiscountFields } from './discount-fields.tsx';
import { useBasketDiscount } from './use-basket-discount.ts';
import type { SellControl } from './use-sell.ts';
import './acts.css';

export function DiscountSheet({ sell }: { readonly sell: SellControl }) {
  const words = useActWords().discount;
  const refusals = useWords().refused;
  const format = useFormat();
  const control = useBasketDiscount(sell);
  const { form, send, problem, asksManager, refused, taken } = control;
  const go =
    form.way === 'none' ? words.remove : taken > 0 ? words.take(format.money(taken)) : words.takeNothing;
  return (
    <Sheet
      isOpen
      onClose={control.close}
      title={words.title}
      footer={
        <Button variant="go" size="large" onPress={control.submit}>
          {go}
        </Button>
      }
    >
      <form
        className="line-form"
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          control.submit();
        }}
      >
        <p className="discount-lead">{words.lead}</p>
        <DiscountFields form={form} send={send} hasStaff problem={problem} asksManager={asksManager} />
        {refused !== null && (
          <Notice tone="mind" icon="warning" role="alert">
            {refusals[refused.code]}
          </Notice>
        )}
        <button type="submit" hidden />
      </form>
    </Sheet>
  );
}
