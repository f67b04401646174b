/** Holds the products off the screen's thread: reads them, packs them for the page, and searches them. */
import { catalogueRequestSchema, type CatalogueAnswer, type CatalogueRequest } from './catalogue-messages.ts';
import { buffersOf, packProducts } from './packed-products.ts';
import { readCatalogue, type CatalogueRead } from './read-catalogue.ts';
import { searchBase, searchCatalogue, type CatalogueSearch, type SearchedBase } from './search-catalogue.ts';

let base: { readonly generation: number; readonly searched: SearchedBase } | null = null;
let search: CatalogueSearch | null = null;
/** One after the other: a search waits for the products it is to search. */
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = catalogueRequestSchema.parse(event.data);
  last = last
    .then(() => carryOut(request))
    .catch((error: unknown) => tell({ is: 'failed', id: request.id, why: String(error) }));
});

async function carryOut(request: CatalogueRequest): Promise<void> {
  if (request.is === 'search') tell(found(request));
  else await load(request);
}

async function load({ id, database, holds }: Extract<CatalogueRequest, { is: 'load' }>): Promise<void> {
  const held = base === null || base.generation !== holds ? null : holds;
  const read = await readCatalogue(database, held);
  if (read === null) {
    tell({ is: 'empty', id });
    return;
  }
  const packed = read.base === null ? null : packProducts(read.base);
  tell(
    { is: 'loaded', id, head: read.head, base: packed, overlay: read.overlay },
    packed === null ? [] : buffersOf(packed),
  );
  // The page can sell; what follows is only for search.
  search = searchCatalogue(searchedBase(read), read.overlay);
}

function searchedBase({ base: products, head }: CatalogueRead): SearchedBase {
  if (products !== null) base = { generation: head.generation, searched: searchBase(products) };
  return base?.searched ?? searchBase([]);
}

function found({ id, text, limit }: Extract<CatalogueRequest, { is: 'search' }>): CatalogueAnswer {
  const { ids, found: count } = search?.find(text, limit) ?? { ids: [], found: 0 };
  return { is: 'found', id, ids: [...ids], found: count };
}

function tell(answer: CatalogueAnswer, buffers: ArrayBuffer[] = []): void {
  postMessage(answer, { transfer: buffers });
}
