/** The words of a product's sheet, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enProduct } from './en-product.ts';

export const deProduct: Widened<typeof enProduct> = {
  add: 'Neues Produkt',
  open: (name) => `„${name}“ ändern`,
  newTitle: 'Neues Produkt',
  title: (name) => name,
  name: 'Name, wie auf Kacheln und Bons',
  category: 'Kategorie',
  sold: 'Verkauft',
  soldAs: { each: 'Nach Stück', kg: 'Nach Gewicht', open: 'Offener Preis' },
  price: (currency) => `Preis heute, ${currency}`,
  pricePerKg: (currency) => `Preis je Kilogramm heute, ${currency}`,
  priceHelp:
    'Verbundene Kassen haben ihn in Sekunden. Im Korb bleibt der Preis, mit dem eine Zeile hineinkam.',
  from: 'Ab',
  laterPrice: 'Preis',
  addLater: 'Ein Preis ab einem späteren Tag',
  removeLater: (from) => (from === '' ? 'Diesen späteren Preis entfernen' : `Den Preis ab ${from} entfernen`),
  barcodes: 'Strichcodes',
  barcodesHelp: 'Einer je Zeile. Scannen oder tippen Sie sie hier; Nullen am Anfang bleiben.',
  sku: 'Artikelnummer',
  skuHelp: 'Bleibt sie leer, wird eine vergeben.',
  tax: 'Steuer',
  byPlace: 'Die Steuer ist beim Essen hier und zum Mitnehmen verschieden',
  byPlaceHelp: 'Die Kasse fragt dann danach.',
  eatIn: 'Steuer beim Essen hier',
  takeAway: 'Steuer zum Mitnehmen',
  taxClass: (name, rate) => `${name} (${rate})`,
  variantOf: 'Variante von',
  variantOfHelp:
    'Wie es und seinesgleichen heißen: Sie teilen sich eine Kachel an der Kasse. Leer: Es steht für sich.',
  options: 'Welche davon',
  optionsHelp: 'Größe, Farbe, durch Kommas getrennt.',
  minimumAge: 'Mindestalter, Jahre',
  minimumAgeHelp: 'Leer: Jeder darf es kaufen.',
  save: 'Für alle Kassen sichern',
  cancel: 'Abbrechen',
  retire: 'Aus dem Verkauf nehmen',
  undo: 'Rückgängig',
  saved: (name) => `„${name}“ ist gesichert.`,
  savedSharing: (name, code, other) =>
    `„${name}“ ist gesichert. ${code} ist auch „${other}“: Die Kasse fragt, welches gemeint ist.`,
  retired: (name) => `„${name}“ wird nicht mehr verkauft.`,
  undone: 'Zurückgenommen.',
  notUndone: 'Das ließ sich nicht zurücknehmen. Sehen Sie sich das Produkt an und ändern Sie es von Hand.',
  faults: {
    noName: 'Ein Produkt braucht einen Namen.',
    noPrice: 'Hier wird ein Preis wie 3,20 gebraucht, oder wählen Sie „Offener Preis“.',
    laterPriceWrong: 'Jeder spätere Preis braucht einen Tag nach heute und einen Preis wie 3,20.',
    twoPricesFromOneDay: 'Zwei Preise beginnen am selben Tag. Behalten Sie einen.',
    sameBarcodeTwice: 'Ein Strichcode steht zweimal da. Entfernen Sie einen.',
    noRateForTax: 'Wählen Sie eine Steuer, die einen Satz hat.',
    variantIncomplete:
      'Eine Variante braucht beides: wovon sie eine ist und welche sie ist (höchstens fünf Wörter).',
    ageWrong: 'Ganze Jahre wie 18, oder nichts.',
  },
  failed: {
    outage:
      'Die Zentrale ist nicht zu erreichen. Nichts wurde geändert; was Sie eingegeben haben, steht noch hier.',
    changed:
      'Jemand anderes hat dieses Produkt inzwischen geändert. Schließen Sie das hier, sehen Sie deren an, und ändern Sie es noch einmal.',
    other: 'Das ließ sich nicht sichern. Nichts wurde geändert; was Sie eingegeben haben, steht noch hier.',
  },
};
