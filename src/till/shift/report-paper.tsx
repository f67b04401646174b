/** An X or a Z as it is printed, on screen. */
import type { ReactNode } from 'react';
import { shiftReport, type ShiftReportRow, type ShiftToReport } from '../../domain/shift-report.ts';
import { useLanguage } from '../language/language-context.ts';
import { personNamed, useShop } from '../till-context.ts';
import { useDrawerName, useTillNames } from './till-names.ts';
import { useShiftWords } from './shift-words.ts';
import '../../ui/receipt/receipt.css';

export function ReportPaper({ report }: { readonly report: ShiftToReport }) {
  const words = useShiftWords().report;
  const { policy } = useShop().roster;
  return (
    <section className="receipt" aria-label={report.closed === null ? words.x : words.z}>
      <h2 className="receipt-middle">{policy.businessName}</h2>
      <p className="receipt-middle">{policy.shopName}</p>
      {shiftReport(report).map((row, place) => (
        // A report is drawn once and never reordered, so a row's place is its name.
        <Row key={place} row={row} />
      ))}
    </section>
  );
}

function Row({ row }: { readonly row: ShiftReportRow }) {
  const words = useShiftWords().report;
  const { format, roster } = useShop();
  const drawer = useDrawerName();
  switch (row.is) {
    case 'copy':
      return <p className="receipt-copy">{words.copy}</p>;
    case 'title':
      return <h3 className="receipt-middle report-title">{words[row.which]}</h3>;
    case 'day':
      return <p className="receipt-middle">{format.day(row.day)}</p>;
    case 'drawer':
      return <p className="receipt-middle receipt-soft">{words.till(roster.tillName, drawer(row.drawer))}</p>;
    case 'moment':
      return (
        <Pair isSoft label={words[row.which]}>
          {`${format.dateTime(row.at)}, ${personNamed(roster, row.by)}`}
        </Pair>
      );
    case 'count':
      return <Pair label={words.figures[row.figure]}>{format.count(row.count)}</Pair>;
    case 'money':
      return (
        <Pair isMain={row.isMain} label={words.figures[row.figure]}>
          {format.money(row.amount)}
        </Pair>
      );
    case 'signed':
      return <Pair label={words.figures[row.figure]}>{format.difference(row.amount)}</Pair>;
    case 'rate':
      return (
        <Pair isSoft label={words.vatOn(format.rate(row.rate), format.figure(row.net))}>
          {format.figure(row.tax)}
        </Pair>
      );
    case 'clerk':
    case 'handOver':
    case 'held':
      return <PersonRow row={row} />;
    case 'comparedLater':
    case 'countedAt':
    case 'unsent':
      return <SaidRow row={row} />;
    case 'bag':
      return <p>{words.bag(row.number)}</p>;
    case 'rule':
      return <hr />;
  }
}

interface PersonRowProps {
  readonly row: Extract<ShiftReportRow, { is: 'clerk' | 'handOver' | 'held' }>;
}

/** Who rang, had or got what. */
function PersonRow({ row }: PersonRowProps) {
  const words = useShiftWords().report;
  const { format, roster } = useShop();
  const list = new Intl.ListFormat(useLanguage());
  switch (row.is) {
    case 'clerk':
      return (
        <>
          <Pair label={personNamed(roster, row.staff)}>{format.money(row.gross)}</Pair>
          <Pair isSoft label={words.clerkCounts(row.sales, row.refunds)}>
            {row.discounts === 0 ? '' : words.clerkDiscounts(format.money(row.discounts))}
          </Pair>
        </>
      );
    case 'handOver':
      return (
        <Pair isSoft label={words.handedOver(format.time(row.at), personNamed(roster, row.to))}>
          {row.counted === null ? words.uncounted : format.money(row.counted)}
        </Pair>
      );
    case 'held':
      return (
        <Pair label={words.held(list.format(row.holders.map((staff) => personNamed(roster, staff))))}>
          {format.difference(row.difference)}
        </Pair>
      );
  }
}

interface SaidRowProps {
  readonly row: Extract<ShiftReportRow, { is: 'comparedLater' | 'countedAt' | 'unsent' }>;
}

function SaidRow({ row }: SaidRowProps) {
  const words = useShiftWords();
  const { format } = useShop();
  const names = useTillNames();
  switch (row.is) {
    case 'comparedLater':
      return <p>{words.drawer.comparedLater(names(row.tills))}</p>;
    case 'countedAt':
      return <p>{words.drawer.countedAt(names([row.till]))}</p>;
    case 'unsent':
      return <p>{words.report.unsent(row.sales, format.money(row.value))}</p>;
  }
}

interface PairProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly isMain?: boolean;
  readonly isSoft?: boolean;
}

function Pair({ label, children, isMain = false, isSoft = false }: PairProps) {
  return (
    <p className="receipt-pair" data-strong={isMain || undefined} data-soft={isSoft || undefined}>
      <span>{label}</span>
      <span>{children}</span>
    </p>
  );
}
