/** Hollow & Hart, the invented gift and café shop that a first start is seeded with. */
import type { Category, Product } from '../../domain/catalogue.ts';
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import { demoCategories } from './demo-categories.ts';
import { demoFavourites } from './demo-favourites.ts';
import { demoPolicy } from './demo-policy.ts';
import { demoProducts } from './demo-products.ts';
import { demoStaff, type DemoPerson } from './demo-staff.ts';

export interface DemoBusiness {
  readonly policy: ShopPolicy;
  readonly categories: readonly Category[];
  readonly products: readonly Product[];
  /** Product ids, in the order of the tiles. */
  readonly favourites: readonly string[];
  readonly staff: readonly DemoPerson[];
}

export const demoBusiness: DemoBusiness = {
  policy: demoPolicy,
  categories: demoCategories,
  products: demoProducts,
  favourites: demoFavourites,
  staff: demoStaff,
};
