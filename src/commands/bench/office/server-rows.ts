/** How long the office waits for its server: a day's reconciliation, every report of every month, searches. */
import { reportBySchema } from '../../../protocol/report-messages.ts';
import { verdictOf, type BenchRow } from '../bench-row.ts';
import { milliseconds } from '../milliseconds.ts';
import { percentile } from '../percentile.ts';
import { reportPath, type OfficeAsker } from './ask-office.ts';

const RECONCILE_MS = 150;
const REPORT_MS = 300;
const SEARCH_MS = 100;
const WARM_UP = 5;

export async function serverRows(office: OfficeAsker): Promise<BenchRow[]> {
  const { shop } = office;
  const days = await office.days();
  const months = monthsOf(days);
  const paths = {
    reconcile: days.map((day) => `/reconcile?shop=${shop}&day=${day}`),
    reports: months.flatMap(([from, to]) =>
      reportBySchema.options.map((by) => reportPath(shop, by, from, to)),
    ),
    searches: SEARCHES.map((search) => `/sales?shop=${shop}&rows=100&search=${encodeURIComponent(search)}`),
    pages: PAGES.map((skip) => `/sales?shop=${shop}&rows=100&skip=${String(skip)}`),
  };
  const nothing = await timesOf(
    office,
    days.map(() => '/me'),
  );
  const reference = { 'who is signed in, p95': milliseconds(percentile(nothing, 0.95)) };
  const reconcile = await timesOf(office, paths.reconcile);
  const reports = await timesOf(office, paths.reports);
  const searches = await timesOf(office, [...paths.searches, ...paths.pages]);
  const [first] = days;
  const last = days.at(-1);
  const whole = reportBySchema.options.map((by) => reportPath(shop, by, first ?? '', last ?? ''));
  return [
    rowOf(
      `reconciliation of a day, ${days.length} days`,
      { times: reconcile, part: 0.95, limit: RECONCILE_MS },
      reference,
    ),
    rowOf(
      `any report of a month, ${reports.length} reports`,
      { times: reports, part: 1, limit: REPORT_MS },
      reference,
    ),
    rowOf(
      'sales search, and the list at any place',
      { times: searches, part: 0.95, limit: SEARCH_MS },
      reference,
    ),
    {
      what: `a report of all ${days.length} days`,
      budget: 'none',
      figures: figuresOf(await timesOf(office, whole)),
      reference,
      verdict: { is: 'noBudget' },
    },
  ];
}

const SEARCHES = [
  'A1-000042',
  'A3-000999',
  '42',
  '1001',
  '15.30',
  '£17.85',
  '-9.95',
  '1,062.00',
  'no such thing',
];
const PAGES = [0, 1_000, 10_000];

interface Measured {
  readonly times: readonly number[];
  /** The part of all that must be within the limit. */
  readonly part: number;
  readonly limit: number;
}

function rowOf(what: string, { times, part, limit }: Measured, reference: BenchRow['reference']): BenchRow {
  return {
    what,
    budget: `${part === 1 ? 'every one' : 'p95'} ≤ ${limit} ms`,
    figures: figuresOf(times),
    reference,
    verdict: verdictOf(percentile(times, part) <= limit, 'a machine at other work'),
  };
}

function figuresOf(times: readonly number[]): Record<string, string> {
  return {
    p50: milliseconds(percentile(times, 0.5)),
    p95: milliseconds(percentile(times, 0.95)),
    longest: milliseconds(percentile(times, 1)),
  };
}

async function timesOf(office: OfficeAsker, paths: readonly string[]): Promise<number[]> {
  for (const path of paths.slice(0, WARM_UP)) await office.time(path);
  const times: number[] = [];
  for (const path of paths) times.push(await office.time(path));
  return times;
}

/** First and last day of each month with anything in it. */
export function monthsOf(days: readonly string[]): [from: string, to: string][] {
  const months = new Set(days.map((day) => day.slice(0, 7)));
  return [...months].map((month) => {
    const next = new Date(`${month}-01T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1, 0);
    return [`${month}-01`, next.toISOString().slice(0, 10)];
  });
}
