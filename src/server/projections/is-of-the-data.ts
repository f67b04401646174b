/** Whose fault it is that a fact could not be projected. */

/** SQLSTATE classes: cardinality, data, integrity, a limit of the program. */
const OF_THE_DATA = /^(21|22|23|54)...$/;

/**
 * Whether the fact is to blame, so that trying again would fail for ever, or no database error was it at all. A lost connection, a
 * timeout or a lock is nobody's fault, and is tried again.
 */
export function isOfTheData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === undefined || (typeof code === 'string' && OF_THE_DATA.test(code));
}
