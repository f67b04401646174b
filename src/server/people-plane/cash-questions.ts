/** Drawers that do not agree, as questions: reckoned whenever a day is read, because what still arrives may answer them. */
import { createHash } from 'node:crypto';
import { cashToleranceOf, isWithinTolerance } from '../../domain/cash-tolerance.ts';
import {
  findDifference,
  type CardPayment,
  type DrawerMove,
  type Explanation,
} from '../../domain/find-difference.ts';
import { money, type Money } from '../../domain/money.ts';
import { causeOf, type FlagKind } from '../../domain/settlement.ts';
import type { DrawerDay, TillDay } from '../../protocol/people-messages.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { moneyText } from '../projections/till-place.ts';
import type { DayRecords, ShiftRecord } from './day-records.ts';
import { differenceWords, type DifferenceTold } from './difference-words.ts';
import { countsInDrawer } from './shift-rows.ts';

/** @returns those that nobody settled; a difference that has changed since is a new question. */
export function cashQuestions(
  records: DayRecords,
  tills: readonly TillDay[],
  drawers: readonly DrawerDay[],
  cardsWithoutSale: readonly CardPayment[],
): Flag[] {
  return [...ownDrawers(records, tills), ...sharedDrawers(records, tills, drawers)]
    .map((drawer) => questionOf(records, drawer, cardsWithoutSale))
    .filter(({ id }) => !records.settledQuestions.includes(id));
}

/** A drawer that does not agree. */
interface DifferingDrawer {
  /** The shift that counted it. */
  readonly record: ShiftRecord;
  readonly tillName: string;
  /** All whose cash went into it. */
  readonly shifts: readonly ShiftRecord[];
  readonly counted: Money;
  readonly expected: Money;
  readonly difference: Money;
}

function ownDrawers(records: DayRecords, tills: readonly TillDay[]): DifferingDrawer[] {
  return tills
    .flatMap(({ till, name, shifts }) => shifts.map((shift) => ({ till, name, shift })))
    .flatMap(({ till, name, shift }) => {
      const { countedCash: counted, expectedCash: expected, difference } = shift;
      const record = records.shifts.find((one) => one.till === till && one.shift === shift.shift);
      if (counted === null || difference === null || record === undefined) return [];
      // One that agrees by the till's own figures is short of receipts here, and that is a question of its own.
      if (isTolerated(records, difference) || isTolerated(records, record.difference ?? difference))
        return [];
      return [{ record, tillName: name, shifts: [record], counted, expected, difference }];
    });
}

/** No till knows what another put into the drawer, so only here a shared one is found to differ. */
function sharedDrawers(
  records: DayRecords,
  tills: readonly TillDay[],
  drawers: readonly DrawerDay[],
): DifferingDrawer[] {
  return drawers.flatMap(({ drawer, tills: sharing, expectedCash, countedCash, difference, doubt }) => {
    if (sharing.length < 2 || countedCash === null || difference === null || doubt !== null) return [];
    const shifts = records.shifts.filter((shift) => shift.drawer === drawer);
    const record = shifts.findLast(({ countedAt, countedCash: one }) => countedAt === null && one !== null);
    if (record === undefined || isTolerated(records, difference)) return [];
    const tillName = tills.find(({ till }) => till === record.till)?.name ?? record.till;
    return [{ record, tillName, shifts, counted: countedCash, expected: expectedCash, difference }];
  });
}

function isTolerated({ policy }: DayRecords, difference: Money): boolean {
  return isWithinTolerance(difference, cashToleranceOf(policy));
}

function questionOf(
  { policy, receipts }: DayRecords,
  drawer: DifferingDrawer,
  cardsWithoutSale: readonly CardPayment[],
): Flag {
  const { shifts, counted, expected, difference } = drawer;
  const found = findDifference({
    counted,
    expected,
    receipts: receipts.filter(
      (receipt) =>
        countsInDrawer(receipt) &&
        shifts.some(({ till, shift }) => till === receipt.till && shift === receipt.shift),
    ),
    moves: shifts.flatMap(({ moves }) => moves.map(signedMove)),
    denominations: policy.currency.denominations,
    cardsWithoutSale,
  });
  return flagOf(drawer, { policy, difference, counted, expected }, found);
}

function signedMove({ is, amount, reason }: ShiftRecord['moves'][number]): DrawerMove {
  return { reason, amount: is === 'in' ? amount : money(0 - amount) };
}

function flagOf(
  { record, tillName }: DifferingDrawer,
  told: DifferenceTold,
  found: readonly Explanation[],
): Flag {
  const [first] = found;
  const twice = first?.is === 'rungTwice' ? first : null;
  const kind = twice === null ? 'cashDifference' : 'probableDuplicate';
  return {
    id: idOf(kind, record, told.difference),
    kind,
    group: causeOf[kind],
    subject: '',
    till: record.till,
    tillName,
    receipt: null,
    inc: record.closedInc ?? '',
    no: record.closedNo ?? 0,
    at: record.closedAt ?? 0,
    value: told.difference,
    evidence: [
      { label: 'Expected', text: moneyText(told, told.expected) },
      { label: 'Counted', text: moneyText(told, told.counted) },
      ...found.map((explanation, index) => ({
        label: index === 0 ? 'What it may be' : `Or (${String(index + 1)})`,
        text: differenceWords(explanation, told),
      })),
    ],
  };
}

function idOf(kind: FlagKind, { till, shift }: ShiftRecord, difference: Money): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, till, shift, difference]))
    .digest('hex');
}
