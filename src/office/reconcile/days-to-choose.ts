/** The days offered: those with anything in them, today, and the one that is looked at; the latest first. */
export interface DayToChoose {
  readonly day: string;
  readonly receipts: number;
}

export function daysToChoose(
  known: readonly DayToChoose[],
  { chosen, today }: { readonly chosen: string; readonly today: string },
): DayToChoose[] {
  const missing = [...new Set([chosen, today])].filter((day) => known.every((of) => of.day !== day));
  return [...known, ...missing.map((day) => ({ day, receipts: 0 }))].sort((left, right) =>
    left.day < right.day ? 1 : -1,
  );
}

export interface Neighbours {
  readonly earlier: string | null;
  readonly later: string | null;
}

export function neighbours(days: readonly DayToChoose[], day: string): Neighbours {
  const place = days.findIndex((of) => of.day === day);
  return { earlier: days[place + 1]?.day ?? null, later: place > 0 ? (days[place - 1]?.day ?? null) : null };
}
