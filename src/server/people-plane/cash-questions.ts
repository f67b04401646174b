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
import type { ShiftRow, TillDay } from '../../protocol/people-messages.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { moneyText } from '../projections/till-place.ts';
import type { DayRecords, ShiftRecord } from './day-records.ts';
import { differenceWords, type DifferenceTold } from './difference-words.ts';
import { countsInDrawer } from './shift-rows.ts';

/** @returns those that nobody settled; a difference that has changed since is a new question. */
export function cashQuestions(
  records: DayRecords,
  tills: readonly TillDay[],
  cardsWithoutSale: readonly CardPayment[],
): Flag[] {
  return tills
    .flatMap((till) => till.shifts.map((shift) => ({ till, shift })))
    .flatMap(({ till, shift }) => questionOf({ ...records, cardsWithoutSale }, till, shift))
    .filter(({ id }) => !records.settledQuestions.includes(id));
}

interface Asked extends DayRecords {
  readonly cardsWithoutSale: readonly CardPayment[];
}

function questionOf(records: Asked, till: TillDay, shift: ShiftRow): Flag[] {
  const { countedCash: counted, expectedCash: expected, difference } = shift;
  const record = records.shifts.find((one) => one.shift === shift.shift);
  if (counted === null || difference === null || record === undefined) return [];
  if (!isAsked(difference, record, records)) return [];
  const told = { policy: records.policy, difference, counted, expected };
  const found = findDifference({
    counted,
    expected,
    receipts: records.receipts.filter(
      (receipt) => receipt.till === till.till && receipt.shift === shift.shift && countsInDrawer(receipt),
    ),
    moves: record.moves.map(signedMove),
    denominations: records.policy.currency.denominations,
    cardsWithoutSale: records.cardsWithoutSale,
  });
  return [flagOf(till, record, told, found)];
}

/** A drawer that agrees by the till's own figures is short of receipts here, and that is a question of its own. */
function isAsked(difference: Money, record: ShiftRecord, { policy }: DayRecords): boolean {
  const tolerance = cashToleranceOf(policy);
  const stated = record.difference ?? difference;
  return !isWithinTolerance(difference, tolerance) && !isWithinTolerance(stated, tolerance);
}

function signedMove({ is, amount, reason }: ShiftRecord['moves'][number]): DrawerMove {
  return { reason, amount: is === 'in' ? amount : money(0 - amount) };
}

function flagOf(
  { till, name }: TillDay,
  record: ShiftRecord,
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
    till,
    tillName: name,
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
