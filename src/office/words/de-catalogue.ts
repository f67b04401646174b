/** The words of the catalogue's screens, in German. */
import type { Widened } from '../../ui/widened.ts';
import type { enCatalogue } from './en-catalogue.ts';

export const deCatalogue: Widened<typeof enCatalogue> = {
  title: 'Sortiment',
  which: 'Was Sie ansehen',
  products: 'Produkte',
  tiles: 'Kacheln',
  search: 'Name, Artikelnummer oder Strichcode',
  category: 'Kategorie',
  allCategories: 'Alle Kategorien',
  found: (total, count) => `${total} ${count === 1 ? 'Produkt' : 'Produkte'}`,
  more: 'Weitere laden',
  none: 'Noch keine Produkte',
  noneWords: 'Sie erscheinen hier, sobald es ein Sortiment gibt.',
  nothingFound: (search) => `Nichts gefunden zu „${search}“`,
  nothingFoundWords:
    'Jedes Wort muss im Namen, in der Artikelnummer oder in einem Strichcode stehen. Versuchen Sie es mit weniger Wörtern.',
  caption: 'Produkte',
  columns: {
    name: 'Produkt',
    category: 'Kategorie',
    barcodes: 'Strichcodes',
    sku: 'Artikelnummer',
    price: 'Preis heute',
  },
  perKg: (price) => `${price} je kg`,
  typed: 'offener Preis',
  moreBarcodes: (count) => `+${count}`,
  favourites: 'Favoriten',
  favouritesNote: (count) => `${count} Kacheln, an jeder Kasse zuerst`,
  favouritesHelp:
    'Ziehen Sie eine Kachel an ihren Platz; mit der Tastatur: Eingabetaste auf dem Griff, Platz mit den Pfeiltasten wählen, noch einmal Eingabetaste.',
  noFavourites: 'Noch keine Favoriten',
  noFavouritesWords:
    'Nehmen Sie auf, was alle paar Minuten über den Tisch geht und was keinen Strichcode hat.',
  addFavourite: 'Produkt aufnehmen',
  addFavouriteTitle: 'Zu den Favoriten',
  isFavourite: 'Favorit',
  add: 'Aufnehmen',
  addNamed: (name) => `„${name}“ aufnehmen`,
  remove: (name) => `„${name}“ entfernen`,
  drag: (name) => `„${name}“ verschieben`,
  categories: 'Kategorien',
  categoriesNote: 'in der Reihenfolge der Kasse',
  categoryName: (name) => (name === '' ? 'Name der neuen Kategorie' : `Name von „${name}“`),
  categoryColour: (name) => `Farbe von „${name}“`,
  earlier: (name) => `„${name}“ weiter nach vorn`,
  later: (name) => `„${name}“ weiter nach hinten`,
  productsIn: (count, whole) => `${count} ${whole === 1 ? 'Produkt' : 'Produkte'}`,
  addCategory: 'Neue Kategorie',
  nameNeeded: 'Jede Kategorie braucht einen Namen.',
  unsaved: 'Noch nicht gesichert: Die Kassen zeigen die Kacheln wie bisher.',
  save: 'Für alle Kassen sichern',
  discard: 'Änderungen verwerfen',
  saved: 'Gesichert. Die Kassen übernehmen es, sobald sie von der Zentrale hören.',
  failed: {
    outage: 'Die Zentrale ist nicht zu erreichen. Nichts wurde geändert; Ihre Anordnung steht noch hier.',
    changed:
      'Jemand anderes hat die Kacheln inzwischen angeordnet. Verwerfen Sie Ihre Änderungen, um deren Anordnung zu sehen, und ordnen Sie dann neu an.',
    other: 'Das ließ sich nicht sichern. Nichts wurde geändert; Ihre Anordnung steht noch hier.',
  },
};
