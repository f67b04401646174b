/** The words of importing products, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enImport } from './en-import.ts';

const products = (count: number) => (count === 1 ? 'Produkt' : 'Produkte');
const rows = (count: number) => (count === 1 ? 'Zeile' : 'Zeilen');

export const deImport: Widened<typeof enImport> = {
  open: 'Einlesen…',
  title: 'Produkte einlesen',
  back: 'Zurück zum Sortiment',
  choose: {
    title: 'Datei wählen',
    lead: 'Eine CSV-Datei mit Ihren Produkten. Exporte von Square, Shopify, Lightspeed (X-Series) und Odoo werden erkannt; bei jeder anderen Datei sagen Sie, welche Spalte was ist. Nichts wird geändert, bevor Sie gesehen haben, was herauskommt.',
    file: 'Produktdatei (CSV)',
    opening: (name) => `„${name}“ wird gelesen`,
    refused: {
      workbook:
        'Das ist eine Excel-Mappe. Öffnen Sie sie in Excel und speichern Sie sie als „CSV UTF-8“; formatieren Sie Strichcodes vorher als Text.',
      notText: 'Das ist keine Textdatei. Wählen Sie die CSV-Datei des Exports.',
      empty: 'In dieser Datei steht nichts.',
      noRows: 'In dieser Datei stehen Überschriften, aber keine Produkte darunter.',
      tooManyRows:
        'In dieser Datei sind mehr als 100.000 Zeilen. Teilen Sie sie und lesen Sie einen Teil nach dem anderen ein.',
      brokenQuotes:
        'Die Anführungszeichen in dieser Datei passen nicht zusammen, deshalb sind ihre Spalten nicht zu trennen. Exportieren Sie sie noch einmal.',
      tooLarge:
        'Diese Datei ist größer als 64 MB. Teilen Sie sie und lesen Sie einen Teil nach dem anderen ein.',
    },
    broken: 'Diese Datei war nicht zu lesen. Wählen Sie sie noch einmal, oder exportieren Sie sie neu.',
  },
  sources: {
    evertill: 'Evertill',
    square: 'Square',
    shopify: 'Shopify',
    lightspeed: 'Lightspeed X-Series',
    odoo: 'Odoo',
    mapped: 'Spalten von Hand gewählt',
  },
  columns: {
    title: 'Was die Spalten bedeuten',
    recognised: (source, count, number) => `Export von ${source} mit ${count} ${rows(number)}`,
    unknown: (count, number) => `Eine Datei mit ${count} ${rows(number)}`,
    unknownWords:
      'Sagen Sie, welche Spalte was ist. Bei der nächsten Datei mit denselben Überschriften ist es noch da.',
    none: '– nicht in dieser Datei –',
    example: (text) => `z. B. ${text}`,
    change: 'Spalten von Hand wählen',
    go: 'Weiter',
    nameNeeded: 'Wählen Sie die Spalte mit dem Namen.',
    fields: {
      name: 'Name',
      options: 'Variante (Größe, Farbe …)',
      sku: 'Artikelnummer',
      barcodes: 'Strichcode',
      price: 'Preis',
      category: 'Kategorie',
      tax: 'Steuer',
      unit: 'Verkauft nach (Stück oder kg)',
      minimumAge: 'Mindestalter',
      handle: 'Gruppe',
      archived: 'Nicht mehr verkauft',
      id: 'Kennung',
      prices: 'Preise mit Datum',
      taxTakeAway: 'Steuer, mitgenommen',
    },
  },
  meaning: {
    title: 'Steuern und Kategorien',
    found: (count, number) => `${count} ${products(number)} sind lesbar`,
    variants: (count) => `${count} davon sind Varianten`,
    archived: (count, number) =>
      number === 1
        ? '1 Zeile wird nicht mehr verkauft und bleibt weg'
        : `${count} Zeilen werden nicht mehr verkauft und bleiben weg`,
    tax: (word, count, number) => `„${word}“ · ${count} ${products(number)}`,
    otherwiseTax: 'Steuer neuer Produkte ohne eine',
    asOthers: 'wie Produkte ohne Steuer',
    otherwiseCategory: 'Kategorie neuer Produkte ohne eine',
    newCategory: 'Aus der Datei',
    look: 'Ansehen, was herauskommt',
    reading: 'Die Zeilen werden gelesen',
    none: 'Keine der Zeilen ist lesbar. Sehen Sie nach, was an ihnen falsch ist, oder wählen Sie andere Spalten.',
    otherColumns: 'Andere Spalten',
  },
  faults: {
    title: (count, number) => `${count} ${rows(number)} nicht lesbar`,
    caption: 'Zeilen, die nicht lesbar sind',
    lead: 'Sie bleiben weg. Berichtigen Sie sie in der Datei und lesen Sie sie noch einmal ein: was bis dahin eingelesen ist, bleibt, wie es ist.',
    row: 'Zeile',
    what: 'Was falsch ist',
    cell: 'Dort steht',
    more: (count) => `und ${count} weitere, in der CSV-Datei`,
    save: 'Als CSV sichern',
    kinds: {
      noName: 'Sie hat keinen Namen. Geben Sie ihr einen.',
      nameTooLong: 'Ihr Name ist länger als 200 Zeichen. Kürzen Sie ihn.',
      codeRounded:
        'Eine Tabellenkalkulation hat den Code gerundet, die letzten Stellen sind weg. Formatieren Sie die Spalte als Text und exportieren Sie neu.',
      codeTooLong: 'Ihr Code ist länger als 64 Zeichen. Kürzen Sie ihn.',
      tooManyBarcodes: 'Sie hat mehr als 20 Strichcodes. Behalten Sie die, die es noch gibt.',
      priceWrong: 'Ihr Preis ist kein Betrag dieser Währung. Schreiben Sie ihn wie 3,20.',
      pricesWrong:
        'Ihre Preise mit Datum sind nicht lesbar. Schreiben Sie sie wie 2025-01-01 3.20; 2025-06-01 3.40.',
      ageWrong: 'Ihr Mindestalter ist kein Alter. Schreiben Sie ganze Jahre, etwa 18.',
      twice: 'Sie wiederholt eine andere Zeile. Entfernen Sie eine von beiden.',
    },
    repeats: (row) => `Zeile ${row}`,
  },
  staging: 'Wird mit dem Sortiment verglichen',
  of: (done, all) => `${done} von ${all} Zeilen`,
  preview: {
    title: 'Was herauskommt',
    from: (file, source) => `${file} · ${source}`,
    fresh: 'neu',
    changed: 'geändert',
    same: 'wie sie sind',
    sharing: 'teilen einen Strichcode',
    withoutTax: 'ohne Steuer',
    withoutPrice: 'ohne Preis',
    twice: 'für ein Produkt, für das schon eine frühere Zeile ist',
    left: 'Zeilen nicht lesbar',
    sharingWords: 'Erlaubt: die Kasse fragt, welches gemeint ist.',
    withoutPriceWords: 'An der Kasse wird er getippt.',
    newCategories: (names) => `Neue Kategorien: ${names}.`,
    nothing: 'Das Sortiment ist schon, wie diese Datei sagt. Es gibt nichts einzulesen.',
    go: (count, number) => `${count} ${products(number)} einlesen`,
    another: 'Andere Datei wählen',
    sharingTitle: 'Diese teilen einen Strichcode mit einem anderen Produkt',
    twiceTitle: 'Diese Zeilen bleiben weg',
    twiceAs: (row, name, as) => `Zeile ${row}, „${name}“: Zeile ${as} ist für dasselbe Produkt`,
    rowNamed: (row, name) => `Zeile ${row}: „${name}“`,
  },
  applying: 'Wird eingelesen',
  undoing: 'Wird zurückgenommen',
  applied: {
    title: (count, number) => `${count} ${products(number)} eingelesen`,
    words: 'Verbundene Kassen haben sie in Sekunden. Offene Verkäufe behalten die Preise, die sie haben.',
    undo: 'Dieses Einlesen zurücknehmen',
    done: 'Zum Sortiment',
    kept: (count, number) =>
      number === 1
        ? 'Ein Produkt hat jemand inzwischen geändert; es blieb, wie es ist:'
        : `${count} Produkte hat jemand inzwischen geändert; sie blieben, wie sie sind:`,
  },
  undone: {
    title: (count, number) => `${count} ${products(number)} wie vorher`,
    words: 'Alles, was dieses Einlesen getan hat, ist zurückgenommen.',
    kept: (count, number) =>
      number === 1
        ? 'Ein Produkt wurde seit dem Einlesen geändert und bleibt, wie es jetzt ist:'
        : `${count} Produkte wurden seit dem Einlesen geändert und bleiben, wie sie jetzt sind:`,
  },
  stopped: {
    title: 'Mittendrin stehen geblieben',
    outage:
      'Die Zentrale ist nicht zu erreichen. Nichts ist verloren: was getan ist, ist getan, und „Weiter“ macht den Rest. Später lässt es sich auch unter „Frühere Dateien“ zurücknehmen.',
    changed:
      'Jemand anderes hat hier inzwischen weitergemacht. Unter „Frühere Dateien“ steht, wie weit es ist.',
    other: 'Die Zentrale nimmt das nicht an. Mehr wurde nicht geändert.',
    again: 'Weiter',
    over: 'Von vorn',
  },
  earlier: {
    title: 'Frühere Dateien',
    caption: 'Frühere Dateien',
    file: 'Datei',
    when: 'Wann',
    by: 'Wer',
    what: 'Was es tat',
    act: 'Was zu tun ist',
    goOn: 'Weiter',
    look: 'Ansehen',
    undo: 'Zurücknehmen',
    named: (act, file) => `${act}: ${file}`,
    stages: {
      staging: 'nicht ganz gebracht; Datei noch einmal wählen',
      ready: 'angesehen, nicht eingelesen',
      applying: 'mittendrin stehen geblieben',
      applied: 'eingelesen',
      undoing: 'halb zurückgenommen',
      undone: 'zurückgenommen',
    },
    counts: (fresh, changed) => `${fresh} neu · ${changed} geändert`,
  },
};
