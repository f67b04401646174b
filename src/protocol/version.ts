/** The wire's version. A test hashes the schemas: changing one without raising this number fails. */
export const PROTOCOL_VERSION = 2;
/** The version before is spoken too, both ways, so that tills and servers need not be updated in one breath. */
export const PROTOCOLS_SPOKEN = [1, PROTOCOL_VERSION] as const;
export type Protocol = (typeof PROTOCOLS_SPOKEN)[number];
export const FACT_VERSION = 1;
