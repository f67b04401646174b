/** The receipt series a tablet begins with. */

/**
 * A tablet names its own later incarnations A1b, A1c …, perhaps without our ever hearing of it; so a new tablet for the same
 * till begins where those never come: A1z, A1zz.
 */
export function seriesOf(series: string, tabletsBefore: number): string {
  return series + 'z'.repeat(tabletsBefore);
}
