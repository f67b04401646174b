/**
 * Rounds once per receipt: the gross of all lines, and the tax of each rate; net is what remains. The figures are then
 * shared among the lines, so that the lines add up to them. (The rule that Portugal certifies as "globally".)
 */
import { spread } from './allocate.ts';
import { divideRounded } from './rounding.ts';
import { WHOLE_SHARE, type BasisPoints } from './tax-rate.ts';

/** What a line costs as the shop states prices: `amount` over the sale's `scale` is minor units, exactly. */
export interface ExactLine {
  readonly amount: bigint;
  readonly taxRate: BasisPoints;
}

/** Whole minor units. */
export interface WholeAmount {
  readonly gross: bigint;
  readonly tax: bigint;
}

interface PlacedLine<Line> {
  readonly line: Line;
  readonly at: number;
}

/** The lines of one rate. An amount's gross is `amount * grossFactor / grossScale`, its tax `amount * rate / taxScale`. */
interface RateGroup<Line> {
  readonly lines: readonly PlacedLine<Line>[];
  readonly amount: bigint;
  readonly rate: bigint;
  readonly grossFactor: bigint;
  readonly taxScale: bigint;
}

/** The same lines in the same sequence, each with its whole amount. */
export function taxReceipt<Line extends ExactLine>(
  lines: readonly Line[],
  scale: bigint,
  pricesIncludeTax: boolean,
): (PlacedLine<Line> & WholeAmount)[] {
  const grossScale = pricesIncludeTax ? scale : scale * WHOLE_SHARE;
  const groups = rateGroups(lines, scale, pricesIncludeTax);
  const exactGross = (group: RateGroup<Line>) => group.amount * group.grossFactor;
  const gross = divideRounded(sum(groups.map(exactGross)), grossScale);
  return spread(gross, groups, exactGross, grossScale)
    .flatMap(({ part: group, share }) => shareAmongLines(group, share, grossScale))
    .sort((one, other) => one.at - other.at);
}

function rateGroups<Line extends ExactLine>(
  lines: readonly Line[],
  scale: bigint,
  pricesIncludeTax: boolean,
) {
  const placed = lines.map((line, at) => ({ line, at }));
  return [...new Set(lines.map((line) => line.taxRate))].map((taxRate): RateGroup<Line> => {
    const ofRate = placed.filter(({ line }) => line.taxRate === taxRate);
    const grossOfWhole = WHOLE_SHARE + BigInt(taxRate);
    return {
      lines: ofRate,
      amount: sum(ofRate.map(({ line }) => line.amount)),
      rate: BigInt(taxRate),
      grossFactor: pricesIncludeTax ? 1n : grossOfWhole,
      taxScale: scale * (pricesIncludeTax ? grossOfWhole : WHOLE_SHARE),
    };
  });
}

function shareAmongLines<Line extends ExactLine>(group: RateGroup<Line>, gross: bigint, grossScale: bigint) {
  const { lines, amount, rate, grossFactor, taxScale } = group;
  const tax = divideRounded(amount * rate, taxScale);
  const withGross = spread(gross, lines, ({ line }) => line.amount * grossFactor, grossScale);
  const withBoth = spread(tax, withGross, ({ part: { line } }) => line.amount * rate, taxScale);
  return withBoth.map(({ part, share }) => ({ ...part.part, gross: part.share, tax: share }));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
