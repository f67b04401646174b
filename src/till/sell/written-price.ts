/** A price as a field holds it: with a point, as a keypad types it, whatever the country writes. */
import type { Money } from '../../domain/money.ts';
import { formatMoney } from '../../ui/format-money.ts';

export function writtenPrice(price: Money, digits: number): string {
  return formatMoney(price, { currency: 'XXX', digits, locale: 'en-GB', shows: 'number' }).replaceAll(
    ',',
    '',
  );
}
