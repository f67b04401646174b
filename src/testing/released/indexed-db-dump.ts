/** A browser database as JSON and back, byte for byte, with its keys: how the databases of released versions are kept. */
import * as z from 'zod/mini';
import { decodeBase64Url, encodeBase64Url } from '../../journal/base64url.ts';

const keyPathSchema = z.union([z.string(), z.array(z.string())]);

const storeSchema = z.object({
  name: z.string(),
  keyPath: keyPathSchema,
  indexes: z.array(
    z.object({ name: z.string(), keyPath: keyPathSchema, unique: z.boolean(), multiEntry: z.boolean() }),
  ),
  rows: z.array(z.unknown()),
});

export const indexedDbDumpSchema = z.object({ version: z.int(), stores: z.array(storeSchema) });
export type IndexedDbDump = z.infer<typeof indexedDbDumpSchema>;

const keptKeySchema = z.object({
  $key: z.object({
    format: z.enum(['pkcs8', 'spki', 'raw']),
    algorithm: z.record(z.string(), z.unknown()),
    usages: z.array(z.enum(['sign', 'verify'])),
    data: z.string(),
  }),
});

/** @throws when a key in it cannot be read out: whoever makes a dump has the keys made so that they can. */
export async function dumpIndexedDb(name: string): Promise<IndexedDbDump> {
  const db = await settled(indexedDB.open(name));
  const stores = [];
  for (const storeName of db.objectStoreNames) {
    const store = db.transaction(storeName).objectStore(storeName);
    const indexes = Array.from(store.indexNames, (index) => store.index(index)).map(
      ({ name: indexName, keyPath, unique, multiEntry }) => ({
        name: indexName,
        keyPath,
        unique,
        multiEntry,
      }),
    );
    const { keyPath } = store;
    const rows: unknown[] = await settled<unknown[]>(store.getAll());
    stores.push({ name: storeName, keyPath, indexes, rows: await Promise.all(rows.map(withoutKeys)) });
  }
  const { version } = db;
  db.close();
  return indexedDbDumpSchema.parse({ version, stores });
}

export async function loadIndexedDb(name: string, dump: IndexedDbDump): Promise<void> {
  const rows = await Promise.all(dump.stores.map((store) => Promise.all(store.rows.map(withKeys))));
  const asked = indexedDB.open(name, dump.version);
  asked.onupgradeneeded = () => {
    dump.stores.forEach((store, index) => {
      const made = asked.result.createObjectStore(store.name, { keyPath: store.keyPath });
      for (const { name: indexName, keyPath, ...options } of store.indexes)
        made.createIndex(indexName, keyPath, options);
      for (const row of rows[index] ?? []) made.add(row);
    });
  };
  (await settled(asked)).close();
}

async function withoutKeys(value: unknown): Promise<unknown> {
  if (value instanceof CryptoKey) return keptKey(value);
  return mapped(value, withoutKeys);
}

async function withKeys(value: unknown): Promise<unknown> {
  const kept = keptKeySchema.safeParse(value);
  if (!kept.success) return mapped(value, withKeys);
  const { format, algorithm, usages, data } = kept.data.$key;
  const bytes = decodeBase64Url(data);
  if (bytes === null) throw new TypeError('a key in the dump is no base64url');
  const { name, namedCurve } = z
    .object({ name: z.string(), namedCurve: z.optional(z.string()) })
    .parse(algorithm);
  // On the tablet keys can be used and not read out.
  const wanted = namedCurve === undefined ? { name, hash: 'SHA-256' } : { name, namedCurve };
  return globalThis.crypto.subtle.importKey(format, bytes, wanted, format === 'spki', usages);
}

async function mapped(value: unknown, change: (item: unknown) => Promise<unknown>): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await change(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function keptKey(key: CryptoKey): Promise<z.infer<typeof keptKeySchema>> {
  const format = { private: 'pkcs8', public: 'spki', secret: 'raw' } as const;
  const bytes = new Uint8Array(await globalThis.crypto.subtle.exportKey(format[key.type], key));
  const { algorithm, usages } = key;
  return keptKeySchema.parse({
    $key: { format: format[key.type], algorithm: { ...algorithm }, usages, data: encodeBase64Url(bytes) },
  });
}

function settled<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('no reason given'));
  });
}
