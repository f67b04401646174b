/** Carries a command out on the lines of a sale, without judging the result. */
import { isSameDiscount, type Discount } from './discount.ts';
import {
  newProductLine,
  newReturnedLine,
  newReturnedProductLine,
  priceSource,
  type NewLine,
} from './new-line.ts';
import type { SaleTerms } from './price-sale.ts';
import { quantity } from './quantity.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { OpenLine, OpenSale } from './sale.ts';
import type { SaleCommand } from './sale-command.ts';

export function changeLines(sale: OpenSale, command: SaleCommand, terms: SaleTerms): OpenSale | Refusal {
  switch (command.is) {
    case 'addProduct':
      return addOrRaise(sale, newProductLine(command, terms), terms);
    case 'returnLine':
      return addLine(sale, newReturnedLine(command));
    case 'returnProduct':
      return addLine(sale, newReturnedProductLine(command, terms));
    case 'setQuantity':
      return editLine(sale, command.line, (line) => ({ ...line, quantity: command.quantity }));
    case 'setPrice':
      return setPrice(sale, command);
    case 'setNote':
      return editLine(sale, command.line, (line) => withNote(line, command.note.trim()));
    case 'discountLine':
      return discountLine(sale, command);
    case 'discountSale':
      return isSameDiscount(sale.discount, command.discount ?? undefined)
        ? sale
        : discountSale(sale, command.discount);
    case 'checkAge':
      return { ...sale, ageCheck: command.check };
    case 'removeLine':
      return removeLine(sale, command.line);
    case 'restoreLine':
      return restoreLine(sale, command.line);
    case 'setPlace':
      return sale.place === command.place ? sale : { ...sale, place: command.place };
    case 'empty':
      return sale.lines.length === 0 ? sale : emptied(sale);
  }
}

function addLine(sale: OpenSale, line: NewLine | Refusal): OpenSale | Refusal {
  if (isRefusal(line)) return line;
  return { ...sale, lines: [...sale.lines, { ...line, line: sale.nextLine }], nextLine: sale.nextLine + 1 };
}

/** A repeat scan raises the line it repeats, where the shop wishes so. */
function addOrRaise(sale: OpenSale, line: NewLine | Refusal, { policy }: SaleTerms): OpenSale | Refusal {
  if (isRefusal(line) || policy.repeatScans === 'newLine') return addLine(sale, line);
  const same = sale.lines.findLast((earlier) => isRepeat(earlier, line));
  if (same === undefined) return addLine(sale, line);
  return editLine(sale, same.line, (earlier) => ({
    ...earlier,
    quantity: quantity(earlier.quantity + line.quantity),
  }));
}

/** Weighed goods never repeat, each weighing is its own line; nor do typed prices and returned goods. */
function isRepeat(earlier: OpenLine, line: NewLine): boolean {
  return (
    earlier.product === line.product &&
    earlier.unit === 'each' &&
    earlier.unitPrice === line.unitPrice &&
    [earlier, line].every((each) => each.priceFrom === 'catalogue' && each.origin.is === 'sold') &&
    earlier.discount === undefined &&
    earlier.note === undefined
  );
}

function setPrice(
  sale: OpenSale,
  { line, price }: Extract<SaleCommand, { is: 'setPrice' }>,
): OpenSale | Refusal {
  const current = sale.lines.find((each) => each.line === line);
  if (current?.rate.is === 'asSold') return refuse({ code: 'price-as-sold', line });
  return editLine(sale, line, ({ listPrice, ...each }) => {
    const stated = each.priceFrom === 'typed' ? (listPrice ?? null) : each.unitPrice;
    // Typed back to what the catalogue says, nothing is changed any more.
    const source = listPrice === price ? 'catalogue' : 'typed';
    return { ...each, unitPrice: price, ...priceSource(source, stated) };
  });
}

function withNote({ note: _, ...line }: OpenLine, note: string): OpenLine {
  return note === '' ? line : { ...line, note };
}

function discountLine(
  sale: OpenSale,
  { line, discount }: Extract<SaleCommand, { is: 'discountLine' }>,
): OpenSale | Refusal {
  const current = sale.lines.find((each) => each.line === line);
  if (current !== undefined && current.origin.is !== 'sold')
    return refuse({ code: 'discount-on-return', line });
  return editLine(sale, line, ({ discount: _, ...each }) =>
    discount === null ? each : { ...each, discount },
  );
}

function discountSale({ discount: _, ...sale }: OpenSale, discount: Discount | null): OpenSale {
  return discount === null ? sale : { ...sale, discount };
}

/** What was decided for the goods goes with them. */
function emptied({ discount: _, ageCheck: __, ...sale }: OpenSale): OpenSale {
  return { ...sale, lines: [] };
}

function removeLine(sale: OpenSale, line: number): OpenSale | Refusal {
  const lines = sale.lines.filter((each) => each.line !== line);
  return lines.length === sale.lines.length ? refuse({ code: 'line-unknown', line }) : { ...sale, lines };
}

function restoreLine(sale: OpenSale, line: OpenLine): OpenSale | Refusal {
  if (line.line >= sale.nextLine) return refuse({ code: 'line-unknown', line: line.line });
  if (sale.lines.some((each) => each.line === line.line))
    return refuse({ code: 'line-already-there', line: line.line });
  return { ...sale, lines: [...sale.lines, line].sort((one, other) => one.line - other.line) };
}

function editLine(sale: OpenSale, line: number, edit: (line: OpenLine) => OpenLine): OpenSale | Refusal {
  const current = sale.lines.find((each) => each.line === line);
  if (current === undefined) return refuse({ code: 'line-unknown', line });
  const edited = edit(current);
  if (isSameLine(edited, current)) return sale;
  return { ...sale, lines: sale.lines.map((each) => (each === current ? edited : each)) };
}

function isSameLine(one: OpenLine, other: OpenLine): boolean {
  return (
    one.quantity === other.quantity &&
    one.unitPrice === other.unitPrice &&
    one.note === other.note &&
    isSameDiscount(one.discount, other.discount)
  );
}
