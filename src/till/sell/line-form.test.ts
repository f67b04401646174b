import { expect, test } from 'vitest';
import { changeSale } from '../../domain/open-sale.ts';
import { after, BEANS, MUG, scanned, trialCounter } from '../../testing/trial-counter.ts';
import { accepted, trialTerms } from '../../testing/trial-shop.ts';
import { money } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import type { OpenLine, OpenSale } from '../../domain/sale.ts';
import { discountStep } from './discount-form.ts';
import { formOfLine, readLine, stepMany, type LineForm } from './line-form.ts';

const shop = trialCounter();
const mugs = after(shop, scanned('2*85123A')).sale;
const lineOf = ({ lines }: OpenSale): OpenLine => {
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  return line;
};
const changed = (part: Partial<LineForm>, line = lineOf(mugs)) =>
  readLine(line, { ...formOfLine(line, 2), ...part }, 2);

test('SCREEN-40 a sheet that was only looked at changes nothing', () => {
  expect(changed({})).toEqual({ is: 'commands', commands: [] });
  const weighed = after(shop, [{ is: 'weighed', product: BEANS, quantity: quantity(250) }]).sale;
  expect(formOfLine(lineOf(weighed), 2).many).toBe('250');
  expect(changed({}, lineOf(weighed))).toEqual({ is: 'commands', commands: [] });
});

test('SCREEN-40 each thing that differs is one command', () => {
  const { discount } = formOfLine(lineOf(mugs), 2);
  const off = discountStep(discountStep(discount, { is: 'percent', percent: 10 }), {
    is: 'reason',
    reason: 'Damaged',
  });
  expect(changed({ many: '3', price: '2.00', note: ' blue ', discount: off })).toEqual({
    is: 'commands',
    commands: [
      { is: 'setQuantity', line: 1, quantity: 3000 },
      { is: 'setPrice', line: 1, price: 200 },
      { is: 'discountLine', line: 1, discount: { is: 'percent', points: 1000, reason: 'Damaged' } },
      { is: 'setNote', line: 1, note: 'blue' },
    ],
  });
});

test('SCREEN-40 what comes back keeps its direction', () => {
  const back = after(shop, [{ is: 'startReturning', reason: 'Faulty' }, ...scanned('2*85123A')]).sale;
  expect(changed({ many: '1' }, lineOf(back))).toEqual({
    is: 'commands',
    commands: [{ is: 'setQuantity', line: 1, quantity: -1000 }],
  });
});

test.each([
  [{ many: '0' }, 'quantity'],
  [{ many: 'two' }, 'quantity'],
  [{ price: '2.505' }, 'price'],
  [{ price: '' }, 'price'],
] as const)('SCREEN-40 %o is said to be wrong', (part, why) => {
  expect(changed(part)).toEqual({ is: 'wrong', why });
});

test('SCREEN-40 SALE-3 a price typed back to the catalogue’s is the catalogue’s again', () => {
  const terms = trialTerms();
  const typed = accepted(changeSale(mugs, { is: 'setPrice', line: 1, price: money(199) }, terms));
  expect(lineOf(typed)).toMatchObject({ priceFrom: 'typed', listPrice: 250 });
  const back = accepted(changeSale(typed, { is: 'setPrice', line: 1, price: money(250) }, terms));
  expect(lineOf(back)).toEqual(lineOf(mugs));
  expect(lineOf(back).product).toBe(MUG.id);
});

test('SCREEN-40 the steppers go from what is typed, and never below one', () => {
  expect(['2', '1', '', '7x'].map((many) => stepMany(many, -1))).toEqual(['1', '1', '1', '1']);
  expect(stepMany('9', 1)).toBe('10');
});
