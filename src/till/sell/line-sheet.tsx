/** A line laid open: how many, at what price, what is taken off and why, a note, or not at all. */
import { useState, type SyntheticEvent } from 'react';
import { money } from '../../domain/money.ts';
import type { OpenLine } from '../../domain/sale.ts';
import { NOTE_LENGTH_MAX } from '../../domain/sale-limits.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useActWords } from '../act-words.ts';
import { useFormat, useWords } from '../till-context.ts';
import { DiscountFields } from './discount-fields.tsx';
import { discountStep } from './discount-form.ts';
import { stepMany } from './line-form.ts';
import { useLineForm, type LineFormControl } from './use-line-form.ts';
import { writtenPrice } from './written-price.ts';
import type { SellControl } from './use-sell.ts';
import './acts.css';

interface LineSheetProps {
  readonly line: OpenLine;
  readonly sell: SellControl;
}

export function LineSheet({ line, sell }: LineSheetProps) {
  const control = useLineForm(line, sell);
  const words = useActWords().line;
  const { money: written } = useFormat();
  const [wasTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    control.submit();
  };
  return (
    <Sheet
      isOpen
      onClose={control.close}
      title={line.name}
      footer={
        <>
          <Button icon="bin" size="large" onPress={control.remove}>
            {words.remove}
          </Button>
          <Button variant="go" size="large" onPress={submit}>
            {control.sum === null ? words.doneOnly : words.done(written(control.sum))}
          </Button>
        </>
      }
    >
      <form
        className="line-form"
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <Figures line={line} control={control} />
        {line.origin.is === 'sold' && <LineDiscount control={control} wasTried={wasTried} />}
        <Note control={control} />
        <Refused control={control} />
        <button type="submit" hidden />
      </form>
    </Sheet>
  );
}

interface PartProps {
  readonly line: OpenLine;
  readonly control: LineFormControl;
}

function Figures({ line, control }: PartProps) {
  return (
    <div className="line-figures">
      <HowMany line={line} control={control} />
      <Price line={line} control={control} />
    </div>
  );
}

function HowMany({ line, control }: PartProps) {
  const words = useActWords().line;
  const { form, change, problem } = control;
  const isKg = line.unit === 'kg';
  const step = (by: 1 | -1) => {
    change({ many: stepMany(form.many, by) });
  };
  return (
    <div className="line-many" data-kg={isKg || undefined}>
      {!isKg && (
        <IconButton
          icon="minus"
          label={words.oneLess}
          variant="quiet"
          onPress={() => {
            step(-1);
          }}
        />
      )}
      <Field
        label={isKg ? words.weight : words.quantity}
        value={form.many}
        onChange={(many) => {
          change({ many });
        }}
        inputMode="numeric"
        autoComplete="off"
        error={problem === 'quantity' && words.notANumber}
      />
      {!isKg && (
        <IconButton
          icon="plus"
          label={words.oneMore}
          variant="quiet"
          onPress={() => {
            step(1);
          }}
        />
      )}
    </div>
  );
}

function Price({ line, control }: PartProps) {
  const words = useActWords().line;
  const format = useFormat();
  const { form, change, problem, listPrice, digits } = control;
  const isKg = line.unit === 'kg';
  const isAsSold = line.rate.is === 'asSold';
  const help = isAsSold
    ? words.priceAsSold
    : listPrice === null
      ? undefined
      : words.listPrice(format.money(listPrice));
  return (
    <div className="line-price">
      <Field
        label={isKg ? words.pricePerKg : words.price}
        value={form.price}
        onChange={(price) => {
          change({ price });
        }}
        inputMode="decimal"
        autoComplete="off"
        isDisabled={isAsSold}
        description={help}
        error={problem === 'price' && words.notAPrice(format.figure(money(250)))}
      />
      {listPrice !== null && (
        <Button
          size="small"
          icon="undo"
          onPress={() => {
            change({ price: writtenPrice(listPrice, digits) });
          }}
        >
          {words.backTo(format.money(listPrice))}
        </Button>
      )}
    </div>
  );
}

function LineDiscount({ control, wasTried }: Pick<PartProps, 'control'> & { readonly wasTried: boolean }) {
  const words = useActWords().line;
  const { form, change, problem, asksManager } = control;
  const isOfDiscount = problem === 'percent' || problem === 'amount' || problem === 'reason';
  return (
    <section className="line-discount">
      <p className="discount-label">{words.discount}</p>
      <DiscountFields
        form={form.discount}
        send={(step) => {
          change({ discount: discountStep(form.discount, step) });
        }}
        problem={wasTried && isOfDiscount ? problem : null}
        asksManager={asksManager}
      />
    </section>
  );
}

function Note({ control }: Pick<PartProps, 'control'>) {
  const words = useActWords().line;
  return (
    <Field
      label={words.note}
      value={control.form.note}
      maxLength={NOTE_LENGTH_MAX}
      autoComplete="off"
      description={words.noteHelp}
      onChange={(note) => {
        control.change({ note });
      }}
    />
  );
}

function Refused({ control }: Pick<PartProps, 'control'>) {
  const words = useWords().refused;
  if (control.refused === null) return null;
  return (
    <Notice tone="mind" icon="warning" role="alert">
      {words[control.refused.code]}
    </Notice>
  );
}
