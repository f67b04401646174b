import { describe, expect, test } from 'vitest';
import {
  dateOrderOf,
  readAmount,
  readCardFile,
  readTable,
  recogniseColumns,
  type CardColumns,
} from './card-file.ts';
import { localMoment } from './local-moment.ts';

const LONDON = { digits: 2, timeZone: 'Europe/London' };
const NONE = { time: null, kind: null, terminal: null, code: null };

function read(text: string, given: Partial<CardColumns> = {}) {
  const table = readTable(text);
  const columns = recogniseColumns(table, 'en-GB');
  if (columns === null) throw new Error('not recognised');
  return readCardFile(table, { ...columns, ...given }, LONDON);
}

describe('RECO-92 an acquirer’s file', () => {
  test('is read by the names of its columns, to the exact penny, in the shop’s own time', () => {
    const { rows, faults } = read(
      'Transaction Date,Time,Type,Amount,Terminal ID,Auth Code\n' +
        '06/05/2025,14:11,Sale,18.54,T-1,a12b\n06/05/2025,14:12:30,Refund,"1,200.00",T-1,\n',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { at: Date.UTC(2025, 4, 6, 13, 11), amount: 1854, terminal: 'T-1', code: 'A12B' },
      { at: Date.UTC(2025, 4, 6, 13, 12, 30), amount: -120_000, terminal: 'T-1', code: null },
    ]);
  });

  test('also one from Germany, with semicolons, commas and quotes', () => {
    const table = readTable(
      '\uFEFFBuchungsdatum;Uhrzeit;Betrag;Terminal-Nr.;Händler\n06.05.2025;14:11:05;"1.018,54";77;"A ""B"""\n',
    );
    const columns = recogniseColumns(table, 'de-DE');
    expect(columns).toEqual({
      ...NONE,
      date: 'Buchungsdatum',
      time: 'Uhrzeit',
      amount: 'Betrag',
      terminal: 'Terminal-Nr.',
      order: 'dmy',
    });
    expect(columns && readCardFile(table, columns, { digits: 2, timeZone: 'Europe/Berlin' }).rows).toEqual([
      { at: Date.UTC(2025, 4, 6, 12, 11, 5), amount: 101_854, terminal: '77', code: null },
    ]);
  });

  test('a row that cannot be read is named by its line, and the others are read', () => {
    const { rows, faults } = read(
      'Date,Amount\n2025-05-06 14:11,18.54\n2025-05-06,1.00\n2025-05-06 14:12,12.345.6\n',
    );
    expect(rows).toHaveLength(1);
    expect(faults).toEqual([
      { line: 3, is: 'date' },
      { line: 4, is: 'amount' },
    ]);
  });

  test('one without a date or an amount is not recognised', () => {
    expect(recogniseColumns(readTable('Who,What\na,b'), 'en-GB')).toBeNull();
  });

  test('a card’s number is never taken for a code', () => {
    expect(
      read('Date,Amount,Auth code\n2025-05-06T14:11:00Z,1.00,4111111111111111').rows[0]?.code,
    ).toBeNull();
  });

  test.each([
    ['18.54', 1854],
    ['£1,234.50', 123_450],
    ['1.234,50 EUR', 123_450],
    ['(18.54)', -1854],
    ['18.54-', -1854],
    ['−0.05', -5],
    ['7', 700],
    ['12.5', 1250],
    ['1,234', 123_400],
    ['1,2345', null],
    ['', null],
    ['n/a', null],
  ])('the amount %s is %s', (text, amount) => {
    expect(readAmount(text, 2)).toBe(amount);
  });

  test.each([
    [['2025-05-06'], 'en-GB', 'ymd'],
    [['05/06/2025', '05/13/2025'], 'en-GB', 'mdy'],
    [['13/05/2025'], 'en-US', 'dmy'],
    [['05/06/2025'], 'en-US', 'mdy'],
    [['05/06/2025'], 'en-GB', 'dmy'],
  ])('dates like %s in %s are %s', (dates, locale, order) => {
    expect(dateOrderOf(dates, locale)).toBe(order);
  });

  test('half a day and the hour that happens twice are told', () => {
    expect(read('Date,Time,Amount\n6/5/25,2:11 PM,1.00').rows[0]?.at).toBe(Date.UTC(2025, 4, 6, 13, 11));
    const momentOf = localMoment('Europe/London');
    expect(momentOf('2025-10-26', '01:30:00')).toBe(Date.UTC(2025, 9, 26, 0, 30));
    expect(momentOf('2025-03-30', '01:30:00')).toBe(Date.UTC(2025, 2, 30, 0, 30));
    expect(momentOf('2025-01-01', '01:30:00')).toBe(Date.UTC(2025, 0, 1, 1, 30));
  });
});
