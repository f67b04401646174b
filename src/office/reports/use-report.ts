/** What report is looked at: kept in the address, so that it can be sent on and come back to. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { reportBySchema, type Report, type ReportBy } from '../../protocol/report-messages.ts';
import { reportQuery } from '../ask/report-query.ts';
import { useShop } from '../shop-context.ts';
import {
  isDayText,
  RANGE_NAMES,
  rangeNamed,
  rangeTrouble,
  type DayRange,
  type RangeName,
  type RangeTrouble,
} from './report-range.ts';

export type RangeChoice = RangeName | 'custom';

export interface ReportChoice {
  readonly by: ReportBy;
  readonly rangeName: RangeChoice;
  readonly range: DayRange;
  readonly trouble: RangeTrouble | null;
  readonly allShops: boolean;
  readonly choose: (changes: ReportChanges) => void;
}

interface ReportChanges {
  readonly by?: ReportBy;
  readonly range?: RangeChoice;
  readonly from?: string;
  readonly to?: string;
  readonly shops?: 'all' | 'this';
}

export interface ReportState extends ReportChoice {
  readonly query: UseQueryResult<Report>;
}

/** @param sameMoney ids of the shops whose takings can be added up with the one looked at */
export function useReport(sameMoney: readonly string[]): ReportState {
  const { shop } = useShop();
  const choice = useReportChoice(shop.today);
  const { by, range, allShops, trouble } = choice;
  const wanted = { by, ...range, shops: allShops ? sameMoney : [shop.id] };
  return { ...choice, query: useQuery({ ...reportQuery(wanted), enabled: trouble === null }) };
}

function useReportChoice(today: string): ReportChoice {
  const [params, setParams] = useSearchParams();
  const by = reportBySchema.safeParse(params.get('by'));
  const named = RANGE_NAMES.find((name) => name === params.get('range'));
  const from = params.get('from');
  const to = params.get('to');
  const isCustom = params.get('range') === 'custom' && isDayText(from) && isDayText(to);
  const range = isCustom ? { from, to } : rangeNamed(named ?? 'today', today);
  const choose = (changes: ReportChanges) => {
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(withDays(changes, range))) after.set(name, String(value));
        return after;
      },
      { replace: true },
    );
  };
  return {
    by: by.success ? by.data : 'day',
    rangeName: isCustom ? 'custom' : (named ?? 'today'),
    range,
    trouble: rangeTrouble(range),
    allShops: params.get('shops') === 'all',
    choose,
  };
}

/** Other days begin with the ones in sight. */
function withDays(changes: ReportChanges, { from, to }: DayRange): ReportChanges {
  return changes.range === 'custom' ? { from, to, ...changes } : changes;
}
