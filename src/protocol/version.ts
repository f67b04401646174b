/** The wire's version. A test hashes the schemas: changing one without raising this number fails. */
export const PROTOCOL_VERSION = 1;
export const FACT_VERSION = 1;
