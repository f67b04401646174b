import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { decimalOf, momentText, sheetOf } from './sheet-of-rows.ts';
import { writeSheet } from './write-sheet.ts';

interface Row {
  readonly name: string;
  readonly gross: number;
}

const rows: Row[] = [
  { name: 'Mug "blue", large', gross: 850 },
  { name: '=HYPERLINK("https://example.com")', gross: -450 },
  { name: '@cmd', gross: 5 },
  { name: '-2+3', gross: 0 },
  { name: 'Crème\nbrûlée', gross: 100_000 },
];
const sheet = sheetOf<Row>(
  'products',
  [
    { name: 'name', cell: ({ name }) => name },
    { name: 'gross', cell: ({ gross }) => decimalOf(gross, 2) },
    { name: 'change', cell: ({ gross }) => -gross },
    { name: 'nothing', cell: () => null },
  ],
  rows,
);

test('OFFICE-60 a CSV begins with the mark of UTF-8, and what a spreadsheet would run as a formula is text', () => {
  const text = writeSheet(sheet, 'csv');
  expect(text.startsWith('\uFEFFname,gross,change,nothing\r\n')).toBe(true);
  expect(parse(text, { bom: true })).toEqual([
    ['name', 'gross', 'change', 'nothing'],
    ['Mug "blue", large', '8.50', '-850', ''],
    [`'=HYPERLINK("https://example.com")`, '-4.50', '450', ''],
    [`'@cmd`, '0.05', '-5', ''],
    [`'-2+3`, '0.00', '0', ''],
    ['Crème\nbrûlée', '1000.00', '-100000', ''],
  ]);
});

test('OFFICE-61 JSON Lines have a row a line, with the columns’ names and sums as exact text', () => {
  const lines = writeSheet(sheet, 'jsonl').trimEnd().split('\n');
  expect(lines).toHaveLength(rows.length);
  expect(JSON.parse(lines[1] ?? '')).toEqual({
    name: '=HYPERLINK("https://example.com")',
    gross: '-4.50',
    change: 450,
    nothing: null,
  });
});

test('OFFICE-62 sums are decimals of their currency, moments are the shop’s with their offset', () => {
  const sums = [0, 5, -5, 100, -123_456].map((sum) =>
    [2, 0, 3].map((digits) => decimalOf(sum, digits).decimal),
  );
  expect(sums).toEqual([
    ['0.00', '0', '0.000'],
    ['0.05', '5', '0.005'],
    ['-0.05', '-5', '-0.005'],
    ['1.00', '100', '0.100'],
    ['-1234.56', '-123456', '-123.456'],
  ]);
  const noon = Date.UTC(2025, 4, 6, 11);
  expect(momentText(noon, 'Europe/London')).toBe('2025-05-06T12:00:00+01:00');
  expect(momentText(Date.UTC(2025, 0, 6, 0), 'Europe/London')).toBe('2025-01-06T00:00:00+00:00');
  expect(momentText(noon, 'America/New_York')).toBe('2025-05-06T07:00:00-04:00');
});
