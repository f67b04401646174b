/** Flags that need no body: what the append marked, what cannot be read, and clocks that cannot be right. */
import type { FlagKind } from '../../domain/settlement.ts';
import { isDay, type Day } from '../../domain/trading-day.ts';
import { parseReceiptNumber } from '../../domain/receipt-number.ts';
import type { Fact } from '../../protocol/fact.ts';
import type { Flag } from './flag.ts';
import type { FactRow } from './stored-fact.ts';

/** What people can be shown of a fact whose body nobody could read. */
export interface Salvaged {
  readonly receipt: string | null;
  readonly value: number;
}

const wordsOf = {
  fork: 'Another fact with this number is here too: the tablet lost its newest facts, or was copied.',
  brokenLink: 'It does not follow from the fact before it: something between them was changed or removed.',
  badSignature: "The batch that ends with it was not signed by the till's key.",
  revokedTill: 'It arrived after the till was revoked.',
} as const satisfies Partial<Record<FlagKind, string>>;

const REPLACED = 'It came from a tablet after another one had taken its place.';

function isOfReplaced(kind: keyof typeof wordsOf, { marks }: FactRow): boolean {
  return kind === 'revokedTill' && marks.includes('replacedTablet');
}

export function markFlags(row: FactRow, { receipt, value }: Salvaged): Flag[] {
  return row.marks
    .filter((mark) => mark !== 'recovered' && mark !== 'imported' && mark !== 'replacedTablet')
    .filter((mark) => mark !== 'revokedTill' || receipt !== null)
    .map((kind) => ({
      kind,
      // Whether a revoked till's receipts count is asked once for all of its journal.
      subject: kind === 'revokedTill' ? row.inc : '',
      receipt,
      value,
      evidence: [
        { label: `Number ${String(row.no)}`, text: isOfReplaced(kind, row) ? REPLACED : wordsOf[kind] },
      ],
    }));
}

export function unreadableFlag(row: FactRow, why: string, { receipt, value }: Salvaged): Flag {
  return {
    kind: 'unreadable',
    subject: '',
    receipt,
    value,
    evidence: [
      { label: 'Number', text: String(row.no) },
      { label: 'What is wrong', text: why },
      { label: 'Kept as sent', text: row.bytes },
    ],
  };
}

/** The receipt number and sum of a document whose body does not fit, so that the office can name it. */
export function salvage(envelope: Fact | null): Salvaged {
  const body = envelope?.body;
  const receipt = fieldOf(body, 'receipt');
  const gross = fieldOf(fieldOf(body, 'totals'), 'gross');
  return {
    receipt: typeof receipt === 'string' && parseReceiptNumber(receipt) !== null ? receipt : null,
    value: typeof gross === 'number' && Number.isSafeInteger(gross) ? gross : 0,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const field: unknown = Reflect.get(value, name);
  return field;
}

const AHEAD_MS_MAX = 60 * 60_000;

/** A fact that says it was made well after it arrived. */
export function clockFlag(row: FactRow, envelope: Fact, receipt: string): Flag[] {
  const aheadMs = envelope.at.anchored - row.receivedAt;
  if (aheadMs <= AHEAD_MS_MAX) return [];
  return [
    {
      kind: 'clock',
      subject: envelope.day,
      receipt,
      value: 0,
      evidence: [
        { label: "The till's clock", text: `${String(Math.round(aheadMs / 60_000))} minutes ahead` },
      ],
    },
  ];
}

export function dayOr(envelope: Fact | null, fallback: Day): Day {
  return envelope !== null && isDay(envelope.day) ? envelope.day : fallback;
}
