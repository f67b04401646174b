/** The till's catalogue database: immutable base pages of about 1,000 products, small overlay records on top. */
import Dexie, { type Table } from 'dexie';
import type { Category, Product } from '../domain/catalogue.ts';
import type { Single } from './journal-db.ts';

export interface CatalogueBasePage {
  /** Pages of one snapshot share a generation; a new snapshot is written beside the old one and then takes its place. */
  readonly generation: number;
  readonly page: number;
  readonly products: readonly Product[];
}

/** What changed since the base pages: a product as it is now, or null when it is gone. */
export interface CatalogueOverlay {
  readonly id: string;
  readonly product: Product | null;
}

export interface CatalogueHead {
  readonly generation: number;
  readonly epoch: string;
  readonly version: number;
  /** Opaque; where the next changes are asked from. */
  readonly cursor: string;
  readonly categories: readonly Category[];
  readonly favourites: readonly string[];
  readonly overlays: number;
}

/** A snapshot that has not wholly arrived. */
export interface IncomingSnapshot {
  readonly generation: number;
  readonly epoch: string;
  readonly version: number;
  readonly nextPage: number;
  readonly cursor: string;
}

export class CatalogueDb extends Dexie {
  readonly pages: Table<CatalogueBasePage, [number, number]>;
  readonly overlays: Table<CatalogueOverlay, string>;
  readonly heads: Table<Single<CatalogueHead>, 'only'>;
  readonly incoming: Table<Single<IncomingSnapshot>, 'only'>;

  constructor(name: string) {
    super(name, { cache: 'disabled' });
    this.version(1).stores({ pages: '[generation+page]', overlays: 'id', heads: 'key', incoming: 'key' });
    this.pages = this.table('pages');
    this.overlays = this.table('overlays');
    this.heads = this.table('heads');
    this.incoming = this.table('incoming');
  }
}
