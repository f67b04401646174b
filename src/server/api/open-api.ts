/** OpenAPI 3.1 of the routes, from the same schemas that check what goes in and out. */
import * as z from 'zod/mini';
import { problemSchema } from '../../protocol/problem.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { ApiRoute } from './api-operation.ts';

type Json = Record<string, unknown>;
export const pathsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
export type ApiPaths = z.infer<typeof pathsSchema>;

export function openApiDocument(paths: ApiPaths): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Evertill',
      version: String(PROTOCOL_VERSION),
      description:
        'What tills and the office say to the server. Requests of tills carry a proof by the till’s key and answers a seal; requests of the office carry the cookie of a sign-in.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema) },
      securitySchemes: {
        office: { type: 'apiKey', in: 'cookie', name: 'evertill-office' },
        till: { type: 'apiKey', in: 'header', name: 'evertill-proof' },
      },
    },
  };
}

export function openApiPaths(routes: readonly ApiRoute[]): ApiPaths {
  const paths: ApiPaths = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
}

function operationOf(route: ApiRoute): Json {
  const { properties, required } = partsOf(route.input);
  const inPath = new Set([...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name));
  for (const name of inPath) properties[name] ??= { type: 'string' };
  const elsewhere = Object.keys(properties).filter((name) => !inPath.has(name));
  const isQuery = route.method === 'GET';
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [route.tag],
    security: [{ [route.tag]: [] }],
    parameters: [...inPath, ...(isQuery ? elsewhere : [])].map((name) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.has(name),
      schema: properties[name],
    })),
    ...(isQuery ? {} : { requestBody: bodyOf(route, inPath) }),
    responses: {
      '200': {
        description: 'As asked.',
        content: jsonOf(route.answer === undefined ? {} : schemaOf(route.answer)),
      },
      default: {
        description: 'A refusal, with a code.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function bodyOf(route: ApiRoute, inPath: ReadonlySet<string>): Json {
  const lines = route.bodyType !== undefined;
  const unknown = { type: lines ? 'string' : 'object' };
  const schema = route.input === undefined ? unknown : withoutProperties(schemaOf(route.input), inPath);
  return { required: true, content: { [route.bodyType ?? 'application/json']: { schema } } };
}

function withoutProperties(schema: Json, names: ReadonlySet<string>): Json {
  const parts = objectParts.safeParse(schema);
  if (!parts.success || names.size === 0) return schema;
  const { properties, required = [] } = parts.data;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name))),
    required: required.filter((name) => !names.has(name)),
  };
}

const objectParts = z.object({
  properties: z.record(z.string(), z.unknown()),
  required: z.optional(z.array(z.string())),
});

function partsOf(input: z.ZodMiniType | undefined): { properties: Json; required: ReadonlySet<string> } {
  const parts = objectParts.safeParse(input === undefined ? {} : schemaOf(input));
  if (!parts.success) return { properties: {}, required: new Set() };
  return { properties: { ...parts.data.properties }, required: new Set(parts.data.required) };
}

function jsonOf(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** As it is on the wire, before anything of ours has read it. */
function schemaOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}

/** `GET /api/v1/people/tills/:till/journal` → `get-people-tills-till-journal` */
function operationIdOf({ method, path }: ApiRoute): string {
  const words = path.replace('/api/v1', '').match(/\w+/g) ?? [];
  return [method.toLowerCase(), ...words].join('-');
}
