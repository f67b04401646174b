/** How a day stands towards its signature: what speaks against it, what was signed, what came since. Pure. */
import { createHash } from 'node:crypto';
import { canonicalText } from '../../journal/canonical.ts';
import { addMoney, money, NO_MONEY } from '../../domain/money.ts';
import type { CardDay } from '../../protocol/card-messages.ts';
import type { DrawerDay, TillDay } from '../../protocol/people-messages.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';
import type { Addendum, OpenReason, Signature, SignOff } from '../../protocol/sign-off-messages.ts';
import type { DayFigures } from '../../protocol/takings-message.ts';
import type { DayRecords, ReceiptRecord } from './day-records.ts';
import { lessTakings } from './takings.ts';

export interface DayStanding {
  readonly tills: readonly TillDay[];
  readonly drawers: readonly DrawerDay[];
  readonly flags: readonly Flag[];
  readonly figures: DayFigures;
  readonly cards: CardDay;
}

/** The list is to look at; the sums are of all. */
const LATE_SHOWN_MAX = 20;

export function signOffState(
  { tills, drawers, flags, figures, cards }: DayStanding,
  records: DayRecords,
): SignOff {
  const { signatures } = records;
  const last = signatures.at(-1);
  const open = [...openReasons(tills, flags), ...drawerReasons(drawers)];
  const addendum = last === undefined ? null : addendumTo(last, figures, records);
  const hasAny = figures.received.receipts > 0 || figures.drawers.all > 0;
  return {
    seen: hashOf([figures, open, signatures.length, cards.files.map(({ file }) => file)]),
    maySign: hasAny && (last === undefined || addendum !== null),
    open,
    figures,
    signatures: [...signatures],
    addendum,
  };
}

function openReasons(tills: readonly TillDay[], flags: readonly Flag[]): OpenReason[] {
  return [
    ...tills.flatMap(({ name: tillName, shifts }): OpenReason[] => {
      const count = shifts.filter(({ closedAt }) => closedAt === null).length;
      return count === 0 ? [] : [{ is: 'shiftOpen', tillName, count, value: NO_MONEY }];
    }),
    ...tills.flatMap(({ name: tillName, onTablet: { sales: count, value } }): OpenReason[] =>
      count === 0 ? [] : [{ is: 'onTablet', tillName, count, value }],
    ),
    ...(['moneyMissing', 'givenTwice'] as const).flatMap((is): OpenReason[] => {
      const asked = flags.filter((flag) => flag.group === is);
      const count = countQuestions(asked);
      const value = addMoney(...asked.map((flag) => flag.value));
      return count === 0 ? [] : [{ is, tillName: null, count, value }];
    }),
  ];
}

/** A shared drawer that cannot be compared yet, or not with certainty; one that can and differs is a question. */
function drawerReasons(drawers: readonly DrawerDay[]): OpenReason[] {
  return drawers.flatMap(({ name, tills, waitsFor, doubt, difference }): OpenReason[] => {
    const isCompared = tills.length < 2 || (waitsFor.length === 0 && doubt === null);
    return isCompared ? [] : [{ is: 'drawer', tillName: name, count: 1, value: difference ?? NO_MONEY }];
  });
}

/** As a manager sees them: flags of one kind about one thing are one. */
export function countQuestions(flags: readonly Flag[]): number {
  return new Set(flags.map(({ kind, subject, id }) => `${kind} ${subject === '' ? id : subject}`)).size;
}

/** Signed and late together are the day, by the way late is reckoned. */
function addendumTo(
  { figures: signed, heads }: Signature,
  figures: DayFigures,
  records: DayRecords,
): Addendum | null {
  if (hashOf(figures) === hashOf(signed)) return null;
  const late = records.receipts.filter(
    (receipt) => receipt.seq > (heads.find(({ till }) => till === receipt.till)?.seq ?? 0),
  );
  return {
    figures: lessFigures(figures, signed),
    receipts: late
      .slice(-LATE_SHOWN_MAX)
      .map((receipt) => lateReceipt(receipt, records.tills.find(({ till }) => till === receipt.till)?.name)),
  };
}

function lateReceipt({ till, inc, no, receipt, at, receivedAt, gross }: ReceiptRecord, tillName = till) {
  return { till, tillName, inc, no, receipt, at, receivedAt, gross };
}

function lessFigures(now: DayFigures, signed: DayFigures): DayFigures {
  return {
    takings: lessTakings(now.takings, signed.takings),
    received: {
      receipts: now.received.receipts - signed.received.receipts,
      gross: money(now.received.gross - signed.received.gross),
    },
    drawers: {
      counted: now.drawers.counted - signed.drawers.counted,
      all: now.drawers.all - signed.drawers.all,
      difference: money(now.drawers.difference - signed.drawers.difference),
    },
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}
