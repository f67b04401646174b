import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decimalAt } from '../testing/decimal.ts';
import { hasSharedData, whySkipped } from '../testing/shared-data.ts';
import { TRIAL_POLICY } from '../testing/trial-shop.ts';
import {
  readAllocationCases,
  readCashRoundingCases,
  readEmbeddedCases,
  readGs1Cases,
  readGtinTable,
  readRoundingTable,
  readTaxDocumentCases,
  readTaxLineCases,
  VECTORS,
} from '../testing/vector-tables.ts';
import { allocate } from './allocate.ts';
import { isEmbeddedPattern, readEmbedded, type EmbeddedBarcode } from './embedded-barcode.ts';
import { gs1Date, gs1Figure, parseGs1, type Gs1Element } from './gs1.ts';
import { isGtin } from './gtin.ts';
import { money, type Money } from './money.ts';
import { divideAwayFromZero, divideRounded } from './rounding.ts';
import { saleTotals } from './sale-totals.ts';
import { taxLines } from './tax-lines.ts';
import { basisPoints, type BasisPoints } from './tax-rate.ts';
import { roundCash } from './tender.ts';

/** Room for every decimal of the tables. */
const PLACES = 8;
const UNIT = 10n ** BigInt(PLACES);

const minor = (text: string, digits = 2): Money => money(Number(decimalAt(text, digits)));
const rateOf = (percent: string): BasisPoints => basisPoints(Number(decimalAt(percent, 2)));

/** Their rules in our signs, as many as stand in the text. */
function ourRules(text: string): EmbeddedBarcode[] {
  return [...text.matchAll(/[\d.]*\{[ND]*\}[\d.]*|\*/g)].map(([rule]) => ({
    is: 'price',
    pattern: rule.replace(/[{}]/g, '').replace(/[ND]/g, 'P').replace(/\.$/, 'C').replaceAll('.', 'I'),
  }));
}

/** As their table writes it: figures with a decimal point, days with dashes, counts without zeros. */
function gs1Text(element: Gs1Element): string {
  if (/^1[1-7]$/.test(element.ai)) return gs1Date(element.value, 2025) ?? '';
  if (!/^31/.test(element.ai)) return element.value;
  const { digits, decimals } = gs1Figure(element);
  return (digits / 10 ** decimals).toFixed(decimals);
}

describe.skipIf(!hasSharedData(VECTORS))(`the tables of expected results${whySkipped(VECTORS)}`, () => {
  const roundTo = (amount: string, digits: number, divide: typeof divideRounded) =>
    divide(decimalAt(amount, PLACES), 10n ** BigInt(PLACES - digits));

  test('MONEY-2 rounding: all cases', () => {
    const { cases } = readRoundingTable();
    expect(cases).toHaveLength(17);
    for (const { amount, digits, mode, expected } of cases) {
      const divide = mode === 'half-away-from-zero' ? divideRounded : divideAwayFromZero;
      expect([amount, roundTo(amount, digits, divide)]).toEqual([amount, decimalAt(expected, digits)]);
    }
  });

  test('MONEY-2 rounding: all members of the family', () => {
    const { family } = readRoundingTable();
    const wrong: string[] = [];
    let members = 0;
    for (const { fraction, expected, digits } of family.pairs) {
      for (let magnitude = 0n; magnitude <= 6n; magnitude += 1n) {
        for (let x = 0n; x <= 9991n; x += 97n) {
          const whole = x * 10n ** magnitude;
          for (const sign of [1n, -1n]) {
            const exact = sign * (whole * UNIT + decimalAt(fraction, PLACES));
            const right = sign * (whole * 10n ** BigInt(digits) + decimalAt(expected, digits));
            if (divideRounded(exact, 10n ** BigInt(PLACES - digits)) !== right)
              wrong.push(`${exact} to ${digits}`);
            members += 1;
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(members).toBe(family.members);
  });

  test('MONEY-2 rounding: what is nothing at two digits', () => {
    for (const { amount, expected } of readRoundingTable().isZeroAt2Digits) {
      expect([amount, roundTo(amount, 2, divideRounded) === 0n]).toEqual([amount, expected]);
    }
  });

  test('MONEY-3 allocation: the largest-remainder cases', () => {
    const { ours } = readAllocationCases();
    expect(ours).toHaveLength(8);
    for (const { total, weights, expected } of ours)
      expect(allocate(money(total), weights)).toEqual(expected);
  });

  test('TAX-3 tax of whole receipts: rounded once (“globally”), with and without tax in the price', () => {
    const { ours } = readTaxDocumentCases();
    expect(ours.map(({ policy }) => policy)).toEqual(Array.from({ length: 14 }, () => 'globally'));
    for (const { id, lines, priceIncluded, expected } of ours) {
      const exact = lines.map(({ quantity, unitPrice, discountPercent, taxRate }) => ({
        amount:
          100n * decimalAt(quantity, 3) * decimalAt(unitPrice, 2) * (10_000n - decimalAt(discountPercent, 2)),
        taxRate: rateOf(taxRate ?? '0'),
      }));
      const scale = 1000n * 100n * 10_000n;
      const totals = saleTotals(
        taxLines(exact, scale, { pricesIncludeTax: priceIncluded === true, rounding: 'perReceipt' }),
      );
      const { base, tax, total } = expected;
      expect([id, totals.net, totals.tax, totals.gross]).toEqual([id, minor(base), minor(tax), minor(total)]);
      const rows = totals.byRate.map(({ rate, net, tax: ofRate }) => ({ rate, net, tax: ofRate }));
      for (const row of expected.byRate ?? []) {
        expect(rows).toContainEqual({ rate: rateOf(row.rate), net: minor(row.base), tax: minor(row.tax) });
      }
    }
  });

  test('TAX-2 tax of one line: one percentage, rounded per line to the stated precision', () => {
    const { ours } = readTaxLineCases();
    expect(ours).toHaveLength(8);
    for (const { id, unitPrice, quantity, taxes, precision, expected } of ours) {
      const [tax] = taxes;
      const unit = decimalAt(precision ?? '0.01', 6);
      const units = (text: string) => Number(decimalAt(text, 6) / unit);
      const line = {
        amount: decimalAt(unitPrice, 6) * decimalAt(quantity, 3),
        taxRate: rateOf(tax?.rate ?? ''),
      };
      const policy = { pricesIncludeTax: tax?.priceIncluded === true, rounding: 'perLine' } as const;
      expect([id, ...taxLines([line], unit * 1000n, policy)]).toMatchObject([
        id,
        {
          net: units(expected.totalExcluded),
          tax: units(expected.taxes[0]?.amount ?? ''),
          gross: units(expected.totalIncluded),
        },
      ]);
    }
  });

  test('TEND-2 cash rounding: the half-away cases', () => {
    const { ours } = readCashRoundingCases();
    expect(ours).toHaveLength(4);
    for (const { amount, stepAmount, expected } of ours) {
      const currency = { ...TRIAL_POLICY.currency, digits: 4, cashStep: minor(stepAmount ?? '', 4) };
      expect([amount, roundCash(minor(amount, 4), currency)]).toEqual([amount, minor(expected, 4)]);
    }
  });

  test('CAT-6 GS1 element strings: all 102 cases, 49 of them refused', () => {
    const cases = readGs1Cases();
    expect(cases).toHaveLength(102);
    expect(cases.filter(({ expected }) => expected === null)).toHaveLength(49);
    for (const { elementString, expected } of cases) {
      const text = parseGs1(elementString)
        ?.map(({ ai, value }) => `(${ai})${value}`)
        .join('');
      expect([elementString, text ?? null]).toEqual([elementString, expected]);
    }
  });

  test('CAT-6 GS1 codes with their figures and dates', () => {
    const { gs1, gs1Dates } = readGtinTable();
    expect(gs1).toHaveLength(2);
    for (const { text, ais } of gs1)
      expect(parseGs1(text)?.map((element) => [element.ai, gs1Text(element)])).toEqual(ais);
    expect(gs1Dates).toHaveLength(4);
    for (const { yymmdd, date } of gs1Dates) expect([yymmdd, gs1Date(yymmdd, 2025)]).toEqual([yymmdd, date]);
  });

  test('CAT-4 embedded values: the rules that name an item', () => {
    const { rules, invalid } = readEmbeddedCases();
    expect(rules.ours).toHaveLength(4);
    for (const { rule, code, baseCode, value } of rules.ours) {
      const reading = readEmbedded(code, ourRules(rule));
      expect([code, reading?.value ?? null]).toEqual([
        code,
        value === null ? null : Number(value.replace('.', '')),
      ]);
      // Their EAN-8 keeps the check digit of the whole code.
      if (reading !== null && code.length === 13) expect(reading.itemCodes[0]).toBe(baseCode);
    }
    expect(invalid.ours).toHaveLength(2);
    for (const { rule } of invalid.ours)
      expect([rule, ...ourRules(rule).filter(isEmbeddedPattern)]).toEqual([rule]);
  });

  test('CAT-3 check digits: all cases', () => {
    const cases = readGtinTable().checkDigit;
    expect(cases).toHaveLength(9);
    for (const { code, valid } of cases) expect([code, isGtin(code)]).toEqual([code, valid]);
  });

  test('MONEY-2 every case that is left out is named with its reason, here and in docs/vectors.md', () => {
    const tables = [
      readAllocationCases(),
      readTaxDocumentCases(),
      readTaxLineCases(),
      readCashRoundingCases(),
      ...Object.values(readEmbeddedCases()),
    ];
    const leftOut = tables.flatMap((table) => table.leftOut).map(({ id, why }) => `left out: ${id} — ${why}`);
    process.stdout.write(`${leftOut.join('\n')}\n`);
    const page = readFileSync('docs/vectors.md', 'utf8').split('\n');
    expect(page.filter((line) => line.startsWith('left out: '))).toEqual(leftOut);
  });
});
