/** A trading day as ISO 8601 calendar date, YYYY-MM-DD; compares as text. */
export type Day = string;

export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value);
}
