/** GET and POST /catalogue/…: what can be sold, and which of it the till offers to tap. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import {
  arrangeTilesSchema,
  changeProductSchema,
  changeTaxClassSchema,
} from '../../protocol/catalogue-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { arrangeTiles } from './arrange-tiles.ts';
import { changeProduct } from './change-product.ts';
import { changeTaxClass } from './change-tax-class.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer, refused } from './outcome.ts';
import { readProductCursor, readProducts } from './read-products.ts';
import { readTaxClasses } from './read-tax-classes.ts';
import { readTiles } from './read-tiles.ts';

const SEARCH_LENGTH_MAX = 80;
const CURSOR_LENGTH_MAX = 1_000;

const productsInputSchema = z.object({
  search: z.optional(z.string().check(z.maxLength(SEARCH_LENGTH_MAX))),
  category: z.optional(idSchema),
  after: z.optional(z.string().check(z.maxLength(CURSOR_LENGTH_MAX))),
  /** `many`: for an export. */
  page: z.optional(z.enum(['few', 'many'])),
});

export function addCatalogueRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/catalogue/tiles',
    input: z.object({}),
    handle: async ({ caller, pool }) => answer(await readTiles(pool, caller.business)),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/catalogue/tiles',
    input: arrangeTilesSchema,
    handle: arrangeTiles,
  });
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/catalogue/products',
    input: productsInputSchema,
    handle: async ({ input, caller, pool }) => {
      const { search = '', category = null, page = 'few' } = input;
      const after = input.after === undefined ? null : readProductCursor(input.after);
      if (input.after !== undefined && after === null)
        return refused(400, 'input-invalid', 'No such place in the list.');
      return answer(await readProducts(pool, { business: caller.business, search, category, after, page }));
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/catalogue/products',
    input: changeProductSchema,
    handle: changeProduct,
  });
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/catalogue/tax-classes',
    input: z.object({}),
    handle: async ({ caller, pool }) => answer({ classes: await readTaxClasses(pool, caller.business) }),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/catalogue/tax-classes',
    input: changeTaxClassSchema,
    handle: changeTaxClass,
  });
}
