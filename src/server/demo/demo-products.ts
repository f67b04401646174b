/** Everything the demo shop sells, category by category. */
import type { Product } from '../../domain/catalogue.ts';
import { bakery } from './bakery.ts';
import { books } from './books.ts';
import { candles } from './candles.ts';
import { cards } from './cards.ts';
import { coffee } from './coffee.ts';
import { coldDrinks } from './cold-drinks.ts';
import { garden } from './garden.ts';
import { gifts } from './gifts.ts';
import { kitchen } from './kitchen.ts';
import { littleOnes } from './little-ones.ts';
import { lunch } from './lunch.ts';
import { pantry } from './pantry.ts';
import { toys } from './toys.ts';

export const demoProducts: readonly Product[] = [
  ...coffee,
  ...coldDrinks,
  ...bakery,
  ...lunch,
  ...pantry,
  ...cards,
  ...candles,
  ...kitchen,
  ...toys,
  ...books,
  ...littleOnes,
  ...gifts,
  ...garden,
];
