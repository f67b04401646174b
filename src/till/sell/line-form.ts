/** A line as it is being changed on its sheet, and the commands that come of it. Pure. */
import { isSameDiscount } from '../../domain/discount.ts';
import type { Money } from '../../domain/money.ts';
import { quantity, QUANTITY_ONE_UNIT } from '../../domain/quantity.ts';
import type { OpenLine } from '../../domain/sale.ts';
import type { SaleCommand } from '../../domain/sale-command.ts';
import { basisPoints } from '../../domain/tax-rate.ts';
import { formOfDiscount, readDiscount, type DiscountForm } from './discount-form.ts';
import { readPrice } from '../../domain/read-price.ts';
import { readQuantity } from './typed-figures.ts';
import { writtenPrice } from './written-price.ts';

export interface LineForm {
  readonly many: string;
  readonly price: string;
  readonly discount: DiscountForm;
  readonly note: string;
}

export type LineProblem = 'quantity' | 'price' | 'percent' | 'amount' | 'reason';

export type ReadLine =
  | { readonly is: 'commands'; readonly commands: readonly SaleCommand[] }
  | { readonly is: 'wrong'; readonly why: LineProblem };

export function formOfLine(line: OpenLine, digits: number): LineForm {
  const written = (amount: Money) => writtenPrice(amount, digits);
  return {
    many: String(Math.abs(line.quantity) / perTyped(line)),
    price: written(line.unitPrice),
    discount: formOfDiscount(line.discount, written),
    note: line.note ?? '',
  };
}

/** Only what differs from the line becomes a command. */
export function readLine(line: OpenLine, form: LineForm, digits: number): ReadLine {
  const many = readQuantity(form.many, line.unit);
  if (many === null) return { is: 'wrong', why: 'quantity' };
  const price = readPrice(form.price, digits);
  if (price === null) return { is: 'wrong', why: 'price' };
  const read = readDiscount(form.discount, { digits, staffRate: basisPoints(0) });
  if (read.is === 'wrong') return read;
  const signed = quantity(line.quantity < 0 ? -many : many);
  const { discount } = read;
  const note = form.note.trim();
  const at = line.line;
  const commands: SaleCommand[] = [];
  if (signed !== line.quantity) commands.push({ is: 'setQuantity', line: at, quantity: signed });
  if (price !== line.unitPrice) commands.push({ is: 'setPrice', line: at, price });
  if (!isSameDiscount(line.discount, discount ?? undefined))
    commands.push({ is: 'discountLine', line: at, discount });
  if (note !== (line.note ?? '')) commands.push({ is: 'setNote', line: at, note });
  return { is: 'commands', commands };
}

/** One piece more or less, never below one; what cannot be read starts at one. */
export function stepMany(many: string, by: 1 | -1): string {
  const now = readQuantity(many, 'each');
  return String(now === null ? 1 : Math.max(1, now / QUANTITY_ONE_UNIT + by));
}

/** Pieces, or grams of what is weighed. */
function perTyped({ unit }: OpenLine): number {
  return unit === 'kg' ? 1 : QUANTITY_ONE_UNIT;
}
