/** What a route says of itself for the description of the interface. */
import type * as z from 'zod/mini';

export interface ApiOperation {
  readonly summary: string;
  /** Of the path's, the query's and the body's values together. */
  readonly input?: z.ZodMiniType;
  /** Absent: a JSON object that is not described further. */
  readonly answer?: z.ZodMiniType;
  /** Where the body is not JSON. */
  readonly bodyType?: 'application/x-ndjson';
  readonly tag: 'till' | 'office';
}

export interface ApiRoute extends ApiOperation {
  readonly method: string;
  /** As Fastify writes it: `/tills/:till/code`. */
  readonly path: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly api?: ApiOperation;
  }
}
