/** The figures of a shift, as an X or a Z shows them. */
import type { Money } from '../../domain/money.ts';
import type { ShiftTotals } from '../../domain/shift.ts';
import { useFormat } from '../till-context.ts';
import { useShiftWords } from './shift-words.ts';

interface ShiftTotalsTableProps {
  readonly caption: string;
  readonly float: Money;
  readonly totals: ShiftTotals;
}

export function ShiftTotalsTable({ caption, float, totals }: ShiftTotalsTableProps) {
  const words = useShiftWords().rows;
  const format = useFormat();
  return (
    <table className="shift-totals">
      <caption>{caption}</caption>
      <tbody>
        <Row label={words.sales} value={format.count(totals.sales)} />
        <Row label={words.refunds} value={format.count(totals.refunds)} />
        <Row isMain label={words.gross} value={format.money(totals.gross)} />
        <Row label={words.net} value={format.money(totals.net)} />
        {totals.byRate.map(({ rate, tax }) => (
          <Row key={rate} label={words.vat(format.rate(rate))} value={format.money(tax)} />
        ))}
        <Row label={words.tax} value={format.money(totals.tax)} />
        <Row isMain label={words.cash} value={format.money(totals.cash)} />
        <Row isMain label={words.card} value={format.money(totals.card)} />
        {totals.cashRounding !== 0 && (
          <Row label={words.rounding} value={format.money(totals.cashRounding)} />
        )}
        <Row label={words.float} value={format.money(float)} />
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly isMain?: boolean;
}

function Row({ label, value, isMain = false }: RowProps) {
  return (
    <tr data-main={isMain || undefined}>
      <th scope="row">{label}</th>
      <td>{value}</td>
    </tr>
  );
}
