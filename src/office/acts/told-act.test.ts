import { expect, test } from 'vitest';
import { ACTS_OF_KIND, type ActRow } from '../../protocol/act-messages.ts';
import { makeShopFormat, type OfficeShop } from '../shop-format.ts';
import { actsWords } from './acts-words.ts';
import { toldAct } from './told-act.ts';

const shop: OfficeShop = {
  id: 's',
  name: 'Leith Walk',
  locale: 'en-GB',
  timeZone: 'Europe/London',
  currency: { code: 'GBP', digits: 2 },
  today: '2025-05-06',
};
const terms = { shop, format: makeShopFormat(shop) };
const row = (act: string, detail: ActRow['detail'], till: string | null = null): ActRow => ({
  ...{ id: 1, at: 0, person: 'Daniel' },
  ...{ act, detail, till },
});
const told = (act: string, detail: ActRow['detail'], till: string | null = null) =>
  toldAct(row(act, detail, till), terms);

test('AUDIT-4 a rule, a product and a person are told as what became what', () => {
  const rules = {
    name: 'Leith Walk',
    before: '{"clerkDiscount":1000,"cardCodeAbove":null,"paysOnSell":false}',
    after: '{"clerkDiscount":550,"cardCodeAbove":5000,"paysOnSell":true}',
  };
  expect(told('rulesChanged', rules)).toEqual({
    what: 'Shop rules changed',
    about: 'Leith Walk',
    why: '',
    changes: [
      { field: 'A clerk alone, at most, %', from: '10 %', to: '5.5 %' },
      { field: 'Ask for the card terminal’s code above, GBP', from: 'nothing', to: '£50.00' },
      { field: 'Cash exact and Card on the Sell screen', from: 'off', to: 'on' },
    ],
  });
  const bun = { id: '9', name: 'Bun', prices: [{ from: '2025-01-01', price: 250 }], barcodes: ['05'] };
  const dearer = { ...bun, prices: [{ from: '2025-01-01', price: 300 }] };
  const product = { before: JSON.stringify(bun), after: JSON.stringify(dearer) };
  expect(told('productChanged', product)).toMatchObject({
    about: 'Bun',
    changes: [{ field: 'Price', from: '£2.50 from 2025-01-01', to: '£3.00 from 2025-01-01' }],
  });
  const retired = told('productRetired', { before: JSON.stringify(bun), after: 'null' });
  expect(retired.changes.every(({ to }) => to === null)).toBe(true);
  const person = { name: 'Isla M.', nameBefore: 'Isla', role: 'supervisor', roleBefore: 'clerk' };
  expect(told('personChanged', person).changes).toEqual([
    { field: 'Name', from: 'Isla', to: 'Isla M.' },
    { field: 'Role', from: 'Clerk', to: 'Supervisor' },
  ]);
});

test('AUDIT-4 SETUP-6 what a set-up changed is told in its words', () => {
  const before = JSON.stringify({ pricesIncludeTax: true, rounding: 'perLine' });
  const after = JSON.stringify({ pricesIncludeTax: false, rounding: 'perReceipt' });
  expect(told('taxWayChanged', { name: 'Quay', before, after })).toMatchObject({
    about: 'Quay',
    changes: [
      { field: 'Prices include tax', from: 'on', to: 'off' },
      { field: 'Tax is rounded', from: 'on each line', to: 'once on the receipt' },
    ],
  });
  expect(told('setUpStepSaid', { step: 'sale', said: 'skipped' })).toMatchObject({
    about: 'Practice sale',
    changes: [{ field: 'Said', from: null, to: 'skipped' }],
  });
});

test('AUDIT-4 a till is named, a reason is told, and what this version does not know is shown as it is', () => {
  expect(told('tillRevoked', { why: 'stolen' }, 'Till 2')).toMatchObject({ about: 'Till 2', why: 'stolen' });
  expect(told('somethingNew', { before: 'no JSON' })).toEqual({
    what: 'somethingNew',
    about: '',
    why: '',
    changes: [],
  });
  expect(told('constructor', {}).what).toBe('constructor');
});

test('AUDIT-4 every act that is written down has its words', () => {
  expect(Object.keys(actsWords.acts).sort()).toEqual(Object.values(ACTS_OF_KIND).flat().sort());
});

test('AUDIT-4 opening hours are told as a week of them', () => {
  const nine = [{ from: '09:00', to: '17:30' }];
  const after = JSON.stringify({ openingHours: [nine, nine, nine, nine, nine, [], []] });
  const hours = { name: 'Quay', before: '{"openingHours":null}', after };
  expect(told('rulesChanged', hours).changes).toEqual([
    {
      field: 'Opening hours',
      from: 'nothing',
      to: 'Monday–Friday 09:00–17:30; Saturday–Sunday closed',
    },
  ]);
});
