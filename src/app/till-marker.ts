/**
 * That this tablet is a till, noted in three places that do not share the fate of the databases: the browser's file system,
 * its cache and localStorage. All gone means a new tablet; any of them without a key means a till whose storage died.
 */
import * as z from 'zod/mini';
import { readJson } from '../journal/read-json.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import type { SecondCopy } from '../local-db/second-copy.ts';

const markerSchema = z.object({
  till: z.string(),
  tillName: z.string(),
  business: z.string(),
  shop: z.string(),
});
export type TillMarker = z.infer<typeof markerSchema>;

const CACHE = 'evertill-till';
const ADDRESS = '/evertill-till';

export async function markTill(copy: SecondCopy, enrolment: Enrolment): Promise<void> {
  const { till, tillName, business, shop } = enrolment;
  const marker = JSON.stringify({ till, tillName, business, shop } satisfies TillMarker);
  // Each is noted where it can be; one of them is enough.
  await Promise.allSettled([copy.mark(marker), putInCache(marker), putInLocalStorage(marker)]);
}

/** @returns null on a tablet that was no till, as far as anything here knows. */
export async function readTillMarker(copy: SecondCopy): Promise<TillMarker | null> {
  const kept = await Promise.allSettled([copy.marker(), readFromCache(), readFromLocalStorage()]);
  const texts = kept.map((one) => (one.status === 'fulfilled' ? one.value : null));
  return texts.map(parseMarker).find((marker) => marker !== null) ?? null;
}

/** Only once nothing here is needed any more. */
export async function unmarkTill(): Promise<void> {
  await caches.delete(CACHE);
  localStorage.removeItem(CACHE);
}

function parseMarker(text: string | null): TillMarker | null {
  // Half a marker marks nothing; there are two more.
  return text === null ? null : (markerSchema.safeParse(readJson(text)).data ?? null);
}

async function putInCache(marker: string): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(ADDRESS, new Response(marker, { headers: { 'content-type': 'application/json' } }));
}

async function readFromCache(): Promise<string | null> {
  const kept = await caches.match(ADDRESS, { cacheName: CACHE });
  return kept === undefined ? null : kept.text();
}

/** Promises, so that a browser that refuses says so to whoever waits for all three. */
function putInLocalStorage(marker: string): Promise<void> {
  return Promise.resolve().then(() => localStorage.setItem(CACHE, marker));
}

function readFromLocalStorage(): Promise<string | null> {
  return Promise.resolve().then(() => localStorage.getItem(CACHE));
}
