/** The sixteen tiles a clerk sees first, in reading order: what leaves the shop every few minutes, then what has no barcode. */
export const demoFavourites: readonly string[] = [
  'p-flat-white',
  'p-americano',
  'p-latte',
  'p-pot-of-tea-breakfast',
  'p-almond-croissant',
  'p-cardamom-bun',
  'p-cheese-scone',
  'p-cheese-toastie',
  'p-birthday-card-letterpress',
  'p-wrapping-paper-3-m',
  'p-beeswax-candle-tall',
  'p-enamel-mug-blue-rim',
  'p-linen-tea-towel',
  'p-beans-weighed',
  'p-gift-wrap',
  'p-open-price',
];
