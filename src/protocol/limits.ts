/** Every limit of the wire, named once, used by both sides. */
export const PUSH_FACTS_MAX = 500;
export const PUSH_BYTES_MAX = 1_000_000;
/** Receipt series that an answer about a fork names: a till that began more often has more to tell than that. */
export const SERIES_TOLD_MAX = 200;
export const FACT_BYTES_MAX = 512 * 1024;
/** Hashes of missing facts that a declared hole may carry. */
export const HOLE_HASHES_MAX = 10_000;
export const NAME_LENGTH_MAX = 200;
export const ID_LENGTH_MAX = 64;
export const PULL_PAGE_PRODUCTS = 1_000;
export const PULL_OVERLAY_MAX = 1_000;
/** More tiles than anyone scrolls through. */
export const FAVOURITES_MAX = 200;
export const CATEGORIES_MAX = 500;
export const BARCODES_MAX = 20;
/** Dated prices of one product. */
export const PRICES_MAX = 100;
/** Dated rates of one tax class. */
export const TAX_RATES_MAX = 20;
/** Ways in which the variants of one thing differ: size, colour and one more. */
export const VARIANT_OPTIONS_MAX = 5;
/** Rows that one import of products brings. */
export const IMPORT_ROWS_MAX = 100_000;
/** Rows of one request of an import, and their bytes. */
export const IMPORT_CHUNK_ROWS_MAX = 1_000;
export const IMPORT_CHUNK_BYTES_MAX = 1_000_000;
export const RETRY_AFTER_MS_MAX = 5 * 60_000;
export const ROSTER_STAFF_MAX = 500;
/** Tills that may share one drawer. */
export const DRAWER_TILLS_MAX = 50;
export const ENROLMENT_CODE_LENGTH = 8;
export const ENROLMENT_CODE_LIFE_MS = 10 * 60_000;
/** In the safe, for the day a tablet breaks while the office cannot be opened. */
export const SPARE_CODES = 2;
export const SPARE_CODE_LIFE_MS = 90 * 86_400_000;
export const NONCE_LIFE_MS = 5 * 60_000;
/** An open stream of hints is written to this often, so that both ends notice when the other has gone. */
export const HINT_BEAT_MS = 20_000;
