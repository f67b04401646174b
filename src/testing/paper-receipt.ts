/** Bodies of facts that agree with themselves, for tests of what happens to them after the till. */
import type { ReceiptBody } from '../domain/fact-body.ts';
import { addMoney, money, negateMoney, NO_MONEY, type Money } from '../domain/money.ts';
import { pieces } from '../domain/quantity.ts';
import type { LineOrigin, PricedLine, RateTotal } from '../domain/sale.ts';
import { basisPoints } from '../domain/tax-rate.ts';

export interface PaperLine {
  readonly product: string;
  readonly count: number;
  /** Net pence for one; tax is 20 %. */
  readonly net: number;
  readonly priceFrom?: 'catalogue' | 'typed';
  readonly origin?: LineOrigin;
}

export interface PaperReceipt {
  readonly sale: string;
  readonly receipt: string;
  readonly lines: readonly PaperLine[];
  readonly shift?: string;
  readonly card?: boolean;
}

const RATE = basisPoints(2000);

export function paperReceipt({
  sale,
  receipt,
  lines,
  shift = 'shift-1',
  card = false,
}: PaperReceipt): ReceiptBody {
  const priced = lines.map((line, index) => pricedLine(line, index + 1));
  const total = totalOf(priced);
  return {
    sale,
    shift,
    receipt,
    place: 'takeAway',
    lines: priced,
    totals: { net: total.net, tax: total.tax, gross: total.gross, byRate: [total] },
    cashRounding: NO_MONEY,
    tenders: [
      card
        ? { is: 'card', amount: total.gross }
        : { is: 'cash', amount: total.gross, ...handed(total.gross) },
    ],
  };
}

function pricedLine({ product, count, net, priceFrom, origin }: PaperLine, line: number): PricedLine {
  const sum = count * net;
  const tax = Math.sign(sum) * Math.round(Math.abs(sum) / 5);
  return {
    line,
    product,
    sku: product.toUpperCase(),
    name: `Name of ${product}`,
    unit: 'each',
    quantity: pieces(count),
    unitPrice: money(net),
    priceFrom: priceFrom ?? 'catalogue',
    catalogueVersion: 1,
    taxClass: 'standard',
    taxRate: RATE,
    net: money(sum),
    tax: money(tax),
    gross: money(sum + tax),
    origin: origin ?? { is: 'sold' },
  };
}

function totalOf(lines: readonly PricedLine[]): RateTotal {
  return {
    rate: RATE,
    net: addMoney(...lines.map((line) => line.net)),
    tax: addMoney(...lines.map((line) => line.tax)),
    gross: addMoney(...lines.map((line) => line.gross)),
  };
}

function handed(gross: Money): { handed: Money; change: Money } {
  return gross < 0 ? { handed: NO_MONEY, change: negateMoney(gross) } : { handed: gross, change: NO_MONEY };
}
