/** The words of importing products, in English. */
const products = (count: number) => (count === 1 ? 'product' : 'products');
const rows = (count: number) => (count === 1 ? 'row' : 'rows');

export const enImport = {
  open: 'Import…',
  title: 'Import products',
  back: 'Back to the catalogue',
  choose: {
    title: 'Choose the file',
    lead: 'A CSV file with your products. Exports of Square, Shopify, Lightspeed (X-Series) and Odoo are recognised; with any other file you say which column is what. Nothing is changed before you have seen what it comes to.',
    file: 'Product file (CSV)',
    opening: (name: string) => `Reading “${name}”`,
    refused: {
      workbook:
        'This is an Excel workbook. Open it in Excel and save it as “CSV UTF-8”; format barcodes as text first.',
      notText: 'This is no text file. Choose the CSV file of the export.',
      empty: 'There is nothing in this file.',
      noRows: 'There are headers in this file, but no products below them.',
      tooManyRows:
        'There are more than 100,000 rows in this file. Split it, and import one part after the other.',
      brokenQuotes:
        'The quotation marks in this file do not match, so its columns cannot be told apart. Export it once more.',
      tooLarge: 'This file is larger than 64 MB. Split it, and import one part after the other.',
    },
    broken: 'This file could not be read. Choose it once more, or export it anew.',
  },
  sources: {
    evertill: 'Evertill',
    square: 'Square',
    shopify: 'Shopify',
    lightspeed: 'Lightspeed X-Series',
    odoo: 'Odoo',
    mapped: 'Columns chosen by hand',
  },
  columns: {
    title: 'What the columns mean',
    recognised: (source: string, count: string, number: number) =>
      `${source} export with ${count} ${rows(number)}`,
    unknown: (count: string, number: number) => `A file with ${count} ${rows(number)}`,
    unknownWords: 'Say which column is what. The next file with the same headers remembers it.',
    none: '– not in this file –',
    example: (text: string) => `e.g. ${text}`,
    change: 'Choose the columns by hand',
    go: 'Go on',
    nameNeeded: 'Choose the column that has the name.',
    fields: {
      name: 'Name',
      options: 'Variant (size, colour …)',
      sku: 'Stock number',
      barcodes: 'Barcode',
      price: 'Price',
      category: 'Category',
      tax: 'Tax',
      unit: 'Sold by (piece or kg)',
      minimumAge: 'Minimum age',
      handle: 'Group',
      archived: 'No longer sold',
      id: 'Id',
      prices: 'Dated prices',
      taxTakeAway: 'Tax, taken away',
    },
  },
  meaning: {
    title: 'Taxes and categories',
    found: (count: string, number: number) => `${count} ${products(number)} can be read`,
    variants: (count: string) => `${count} of them are variants`,
    archived: (count: string, number: number) =>
      number === 1
        ? '1 row is no longer sold and is left out'
        : `${count} rows are no longer sold and are left out`,
    tax: (word: string, count: string, number: number) => `“${word}” · ${count} ${products(number)}`,
    otherwiseTax: 'Tax of new products without one',
    asOthers: 'as products without a tax',
    otherwiseCategory: 'Category of new products without one',
    newCategory: 'From the file',
    look: 'See what it comes to',
    reading: 'Reading the rows',
    none: 'None of the rows can be read. Look at what is wrong with them, or choose other columns.',
    otherColumns: 'Other columns',
  },
  faults: {
    title: (count: string, number: number) => `${count} ${rows(number)} cannot be read`,
    caption: 'Rows that cannot be read',
    lead: 'They are left out. Correct them in the file and import it again: what is imported by then stays as it is.',
    row: 'Row',
    what: 'What is wrong',
    cell: 'It says',
    more: (count: string) => `and ${count} more, in the CSV file`,
    save: 'Save as CSV',
    kinds: {
      noName: 'It has no name. Give it one.',
      nameTooLong: 'Its name is longer than 200 characters. Shorten it.',
      codeRounded:
        'A spreadsheet rounded its code and the last digits are gone. Format the column as text and export again.',
      codeTooLong: 'Its code is longer than 64 characters. Shorten it.',
      tooManyBarcodes: 'It has more than 20 barcodes. Keep those that are in use.',
      priceWrong: 'Its price is no amount of this currency. Write it such as 3.20.',
      pricesWrong: 'Its dated prices cannot be read. Write them such as 2025-01-01 3.20; 2025-06-01 3.40.',
      ageWrong: 'Its minimum age is no age. Write whole years, such as 18.',
      twice: 'It repeats another row. Remove one of the two.',
    },
    repeats: (row: string) => `row ${row}`,
  },
  staging: 'Comparing with the catalogue',
  of: (done: string, all: string) => `${done} of ${all} rows`,
  preview: {
    title: 'What it comes to',
    from: (file: string, source: string) => `${file} · ${source}`,
    fresh: 'new',
    changed: 'changed',
    same: 'as they are',
    sharing: 'share a barcode',
    withoutTax: 'without tax',
    withoutPrice: 'without price',
    twice: 'for a product that an earlier row is for',
    left: 'rows cannot be read',
    sharingWords: 'Allowed: the till asks which one is meant.',
    withoutPriceWords: 'The clerk types it at the till.',
    newCategories: (names: string) => `New categories: ${names}.`,
    nothing: 'The catalogue is already as this file says. There is nothing to import.',
    go: (count: string, number: number) => `Import ${count} ${products(number)}`,
    another: 'Choose another file',
    sharingTitle: 'These share a barcode with another product',
    twiceTitle: 'These rows are left out',
    twiceAs: (row: string, name: string, as: string) =>
      `Row ${row}, “${name}”: row ${as} is for the same product`,
    rowNamed: (row: string, name: string) => `Row ${row}: “${name}”`,
  },
  applying: 'Importing',
  undoing: 'Taking it back',
  applied: {
    title: (count: string, number: number) => `${count} ${products(number)} imported`,
    words: 'Connected tills have them within seconds. Sales that are open keep the prices they have.',
    undo: 'Undo this import',
    done: 'To the catalogue',
    kept: (count: string, number: number) =>
      number === 1
        ? 'One product was changed by somebody meanwhile and was left as it is:'
        : `${count} products were changed by somebody meanwhile and were left as they are:`,
  },
  undone: {
    title: (count: string, number: number) => `${count} ${products(number)} are as they were`,
    words: 'Everything this import did is taken back.',
    kept: (count: string, number: number) =>
      number === 1
        ? 'One product was changed since the import and stays as it is now:'
        : `${count} products were changed since the import and stay as they are now:`,
  },
  stopped: {
    title: 'Stopped half-way',
    outage:
      'Head office cannot be reached. Nothing is lost: what is done is done, and “Go on” does the rest. It can also be undone later, from “Earlier imports”.',
    changed: 'Somebody else went on with this import meanwhile. See under “Earlier imports” how far it is.',
    other: 'Head office does not take this import. Nothing more was changed.',
    again: 'Go on',
    over: 'Start over',
  },
  earlier: {
    title: 'Earlier imports',
    caption: 'Earlier imports',
    file: 'File',
    when: 'When',
    by: 'By',
    what: 'What it did',
    act: 'What to do',
    goOn: 'Go on',
    look: 'Look at it',
    undo: 'Undo',
    named: (act: string, file: string) => `${act}: ${file}`,
    stages: {
      staging: 'not brought completely; choose the file again',
      ready: 'looked at, not imported',
      applying: 'stopped half-way',
      applied: 'imported',
      undoing: 'half taken back',
      undone: 'taken back',
    },
    counts: (fresh: string, changed: string) => `${fresh} new · ${changed} changed`,
  },
} as const;
