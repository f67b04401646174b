/** What a row of a report is called. */
import type { ReportBy, ReportRow } from '../../protocol/report-messages.ts';
import type { ShopFormat } from '../shop-format.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.reports;

export function rowName(
  by: ReportBy,
  { key, name }: Pick<ReportRow, 'key' | 'name'>,
  format: ShopFormat,
): string {
  switch (by) {
    case 'day':
      return format.shortDay(key);
    case 'hour':
      return words.hour(key);
    case 'tax':
      return format.rate(Number(key));
    case 'tender':
      return Object.entries(words.tender).find(([way]) => way === key)?.[1] ?? key;
    case 'category':
      return name ?? words.withoutCategory;
    case 'clerk':
    case 'product':
    case 'shop':
      return name ?? key;
  }
}
