import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { basisPoints } from '../../domain/tax-rate.ts';
import { decodeFile } from './decode-file.ts';
import { guessColumns } from './guess-columns.ts';
import { guessTax } from './guess-tax.ts';
import { decimalMarkOf, readAmount } from './read-amount.ts';
import { readBarcodes, readCode } from './read-codes.ts';
import { readRows, type ReadRow } from './read-rows.ts';
import { readTable, type FileTable } from './read-table.ts';
import { recogniseExport } from './recognise-export.ts';

function tableOf(text: string): FileTable {
  const read = readTable(text);
  if (read.is === 'refused') throw new Error(read.why);
  return read.table;
}
function readSample(name: string) {
  const table = tableOf(readFileSync(new URL(`samples/${name}.csv`, import.meta.url), 'utf8'));
  const known = recogniseExport(table.headers);
  if (known === null) throw new Error(`${name} is not recognised`);
  return { source: known.source, ...readRows(table, { ...known, digits: 2, today: '2025-05-06' }) };
}
const priceOf = ({ price }: ReadRow) => (price.is === 'today' ? Number(price.price) : price.is);
const named = (rows: readonly ReadRow[], name: string) => {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no ${name} among ${rows.map((one) => one.name).join('; ')}`);
  return row;
};

test.each(['square', 'shopify', 'lightspeed', 'odoo'])(
  'OFFICE-90 an export of %s is recognised by its headers, and its rows are products',
  (name) => {
    const { source, rows, faults, archived } = readSample(name);
    expect(source).toBe(name);
    expect(faults).toEqual([]);
    expect(archived).toBe(1);
    expect(rows.length).toBeGreaterThanOrEqual(11);
    expect(rows.every(({ name: said }) => said !== '')).toBe(true);
  },
);

test('OFFICE-90 Square: a variation alone is the product, several are variants; each tax has a column', () => {
  const { rows } = readSample('square');
  expect(named(rows, 'Flat white')).toMatchObject({ variant: null, sku: null, taxWords: ['VAT (20%)'] });
  expect(named(rows, 'Americano, Large')).toMatchObject({
    variant: { of: 'Americano', options: ['Large'] },
    sku: 'AM-L',
    category: 'Hot drinks',
  });
  expect(named(rows, 'Tea towel, Blue / Striped').variant?.options).toEqual(['Blue', 'Striped']);
  expect(named(rows, 'Crème brûlée')).toMatchObject({ sku: '00071', barcodes: ['0500000000117'] });
  expect(named(rows, 'Sourdough loaf').taxWords).toEqual(['no tax']);
  expect(priceOf(named(rows, 'Donation'))).toBe('open');
  expect(priceOf(named(rows, 'Heating logs'))).toBe(100_725);
});

test('OFFICE-90 Shopify: variants take over what only their first row says, and rows of pictures are none', () => {
  const { rows } = readSample('shopify');
  expect(rows.filter(({ variant }) => variant?.of === 'Sea shirt').map(({ name }) => name)).toEqual([
    'Sea shirt, Navy / S',
    'Sea shirt, Navy / M',
    'Sea shirt, Écru / M',
  ]);
  const second = named(rows, 'Sea shirt, Navy / M');
  expect(second).toMatchObject({ category: 'Shirts', taxWords: ['TRUE'], barcodes: ['0500000000223'] });
  expect(named(rows, 'Postcard “Harbour”').variant).toBe(null);
});

test('OFFICE-90 Lightspeed and Odoo: five decimals of zeros, decimal commas, weighed goods, the end of a path', () => {
  const lightspeed = readSample('lightspeed').rows;
  expect(priceOf(named(lightspeed, 'Deck boots, 41 / Navy'))).toBe(8250);
  expect(named(lightspeed, 'Laces')).toMatchObject({ sku: '00317', category: 'Care', taxWords: ['VAT 20%'] });
  const odoo = readSample('odoo').rows;
  expect(named(odoo, 'Käse, jung')).toMatchObject({ unit: 'kg', category: 'Käsetheke', taxWords: ['7%'] });
  expect(named(odoo, 'T-Shirt Möwe, M / Blau').variant).toEqual({
    of: 'T-Shirt Möwe',
    options: ['M', 'Blau'],
  });
  expect(priceOf(named(odoo, 'Gartenhaus'))).toBe(124_900);
  expect(priceOf(named(odoo, 'Spende'))).toBe('unsaid');
  expect(named(odoo, 'Tasse')).toMatchObject({ sku: '00071', unit: 'each' });
});

test('OFFICE-91 what is no known export is mapped by hand, with a first guess', () => {
  const table = tableOf(
    'Artikel-Nr;Bezeichnung;VK-Preis;EAN;Warengruppe;MwSt\n007;Kännchen;3,50;4000000000006;Tee;19 %\n',
  );
  expect(recogniseExport(table.headers)).toBe(null);
  const columns = guessColumns(table.headers);
  expect(columns).toEqual({ sku: [0], name: [1], price: [2], barcodes: [3], category: [4], tax: [5] });
  const { rows } = readRows(table, { source: 'mapped', columns, digits: 2, today: '2025-05-06' });
  expect(rows).toMatchObject([{ row: 2, sku: '007', name: 'Kännchen', barcodes: ['4000000000006'] }]);
});

test('OFFICE-92 a row that cannot be read is named with its number and what is wrong; the others are read', () => {
  const table = tableOf(
    [
      'name,code,ean,price',
      'Good,1,4000000000006,1.00',
      ',2,,1.00',
      'Rounded,3,5.01235E+12,1.00',
      'Dear,4,,12.345',
      '',
      'Words,5,,soon',
      'Again,1,,2.00',
      'Minus,7,,-1.00',
    ].join('\n'),
  );
  const columns = { name: [0], sku: [1], barcodes: [2], price: [3] };
  const { rows, faults } = readRows(table, { source: 'mapped', columns, digits: 2, today: '2025-05-06' });
  expect(rows.map(({ row, name }) => [row, name])).toEqual([[2, 'Good']]);
  expect(faults.map(({ row, kind, cell }) => [row, kind, cell])).toEqual([
    [3, 'noName', ''],
    [4, 'codeRounded', '5.01235E+12'],
    [5, 'priceWrong', '12.345'],
    [7, 'priceWrong', 'soon'],
    [8, 'twice', '2'],
    [9, 'priceWrong', '-1.00'],
  ]);
});

test.each<[string, '.' | ',', number, number | null]>([
  ['2.55', '.', 2, 255],
  ['£1,234.50', '.', 2, 123_450],
  ['1,234', '.', 2, 123_400],
  ['1.234,50 €', ',', 2, 123_450],
  ['79.00000', '.', 2, 7_900],
  ['0.1', '.', 2, 10],
  ["1'250.00", '.', 2, 125_000],
  ['9007199254740993', '.', 2, null],
  ['1.005', '.', 2, null],
  ['1.005', '.', 3, 1_005],
  ['1250', '.', 0, 1_250],
  ['1,5', '.', 2, null],
  ['', '.', 2, null],
])('OFFICE-93 “%s” with “%s” before %i digits is %s in minor units', (text, mark, digits, minor) => {
  expect(readAmount(text, mark, digits)).toBe(minor);
});

test('OFFICE-93 a file’s decimal mark is what its clear prices say', () => {
  expect(decimalMarkOf(['1.234', '2,50', '3,99'])).toBe(',');
  expect(decimalMarkOf(['1,234', '2.50'])).toBe('.');
  expect(decimalMarkOf(['1.234,50'])).toBe(',');
  expect(decimalMarkOf([])).toBe('.');
});

test('OFFICE-94 codes are text: zeros in front stay, a spreadsheet’s power of ten is refused', () => {
  expect(readCode("'0012")).toBe('0012');
  expect(readCode('="0012"')).toBe('0012');
  expect(readCode('5,01E+12')).toBe('codeRounded');
  expect(readCode('12E4')).toBe('12E4');
  expect(readBarcodes(['0500000000012, 4000000000006', ''])).toEqual(['0500000000012', '4000000000006']);
  expect(readBarcodes(['4000000000006;5.01E+12'])).toBe('codeRounded');
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: readonly number[]) =>
  Uint8Array.from([
    ...mark,
    ...Array.from(text, (sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]).flat(),
  ]);

test('OFFICE-95 UTF-8 with and without its mark, UTF-16 and Windows’ own are read; a workbook is refused', () => {
  const text = 'name;price\r\nÉclair;3,50\r\n';
  const expected = { headers: ['name', 'price'], rows: [{ row: 2, cells: ['Éclair', '3,50'] }] };
  const windows = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  for (const bytes of [
    bytesOf(text),
    bytesOf(`\uFEFF${text}`),
    utf16(text, [0xff, 0xfe]),
    utf16(text, []),
    windows,
  ]) {
    const decoded = decodeFile(bytes);
    expect(decoded.is === 'text' ? tableOf(decoded.text) : decoded).toEqual(expected);
  }
  expect(decodeFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ is: 'refused', why: 'workbook' });
  expect(decodeFile(bytesOf(' \n'))).toEqual({ is: 'refused', why: 'empty' });
  expect(decodeFile(Uint8Array.from([1, 0, 0, 7, 0, 9, 1, 1, 1, 1]))).toEqual({
    is: 'refused',
    why: 'notText',
  });
  expect(readTable('name,price\n')).toEqual({ is: 'refused', why: 'noRows' });
});

test('OFFICE-96 a file’s word for a tax is guessed by name, by rate, or by whether it is taxed at all', () => {
  const classes = [
    { id: 'standard', rate: basisPoints(2000) },
    { id: 'reduced', rate: basisPoints(500) },
    { id: 'zero', rate: basisPoints(0) },
  ];
  const guess = (word: string) => guessTax(word, classes);
  expect(
    ['Standard', 'VAT (20%)', 'TRUE', '5 %', '5,0%', 'no tax', 'FALSE', 'Zero rate', 'exotic'].map(guess),
  ).toEqual([...['standard', 'standard', 'standard', 'reduced', 'reduced', 'zero', 'zero', 'zero', null]]);
});
