/** The demo shop's categories, in the order of the till's row of buttons. */
import type { Category } from '../../domain/catalogue.ts';

export const demoCategories: readonly Category[] = [
  { id: 'coffee-and-tea', name: 'Coffee & tea', colour: '#b08968', rank: 1 },
  { id: 'cold-drinks', name: 'Cold drinks', colour: '#84aeb0', rank: 2 },
  { id: 'bakery', name: 'Bakery', colour: '#d8b45c', rank: 3 },
  { id: 'lunch', name: 'Lunch', colour: '#a8a468', rank: 4 },
  { id: 'pantry', name: 'Pantry', colour: '#c4805c', rank: 5 },
  { id: 'cards-and-paper', name: 'Cards & paper', colour: '#a3b18a', rank: 6 },
  { id: 'candles-and-scent', name: 'Candles & scent', colour: '#c08497', rank: 7 },
  { id: 'kitchen-and-table', name: 'Kitchen & table', colour: '#7f9fc4', rank: 8 },
  { id: 'toys-and-games', name: 'Toys & games', colour: '#9a8c98', rank: 9 },
  { id: 'books-and-maps', name: 'Books & maps', colour: '#5f8a7c', rank: 10 },
  { id: 'little-ones', name: 'Little ones', colour: '#dba598', rank: 11 },
  { id: 'wear-and-gifts', name: 'Wear & gifts', colour: '#8d80ad', rank: 12 },
  { id: 'garden-and-hearth', name: 'Garden & hearth', colour: '#86a35c', rank: 13 },
];
