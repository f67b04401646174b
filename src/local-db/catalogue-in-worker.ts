/** The products by their worker. A worker that died is replaced and reads them again, so that a till never loses search for the day. */
import type { CatalogueHead, CatalogueOverlay } from './catalogue-db.ts';
import { catalogueAnswerSchema, type CatalogueAnswer, type CatalogueRequest } from './catalogue-messages.ts';
import type { PackedProducts } from './packed-products.ts';

export interface CatalogueWorker {
  /** Begins to read before anybody asks: what is read then is the answer to the first `load`. */
  readonly readAhead: () => void;
  /** The catalogue as it is now, or as it was when it was read ahead; null before the first has arrived. */
  readonly load: () => Promise<LoadedCatalogue | null>;
  /** Ids of products, the nearest first. Waits for the products that the last `load` asked for. */
  readonly search: (text: string, limit: number) => Promise<FoundProducts>;
  readonly close: () => void;
}

export interface LoadedCatalogue {
  readonly head: CatalogueHead;
  readonly base: PackedProducts;
  readonly overlay: readonly CatalogueOverlay[];
}

export interface FoundProducts {
  readonly ids: readonly string[];
  readonly found: number;
}

type Asked = CatalogueRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never;
type Settled = Exclude<CatalogueAnswer, { readonly is: 'failed' }>;

export function openCatalogueWorker(database: string): CatalogueWorker {
  let lastId = 0;
  let held: { readonly generation: number; readonly base: PackedProducts } | null = null;
  let worker: Worker | null = null;
  let ahead: Promise<LoadedCatalogue | null> | null = null;

  function started(): Worker {
    if (worker !== null) return worker;
    const fresh = new Worker(new URL('./catalogue.worker.ts', import.meta.url), { type: 'module' });
    fresh.addEventListener('error', () => drop(fresh));
    return (worker = fresh);
  }
  function drop(dead: Worker): void {
    dead.terminate();
    // What is packed on the page is still right, but a fresh worker has to read it again to search it.
    if (worker === dead) [worker, held] = [null, null];
  }
  async function ask(asked: Asked): Promise<Settled> {
    lastId += 1;
    return tell(started(), { ...asked, id: lastId });
  }
  async function load(): Promise<LoadedCatalogue | null> {
    const answer = await ask({ is: 'load', database, holds: held?.generation ?? null });
    if (answer.is !== 'loaded') return null;
    const { head, overlay } = answer;
    if (answer.base !== null) held = { generation: head.generation, base: answer.base };
    return held === null ? null : { head, base: held.base, overlay };
  }

  return {
    readAhead: () => {
      ahead = load();
      // Whoever takes it hears of it.
      ahead.catch(() => undefined);
    },
    load: () => {
      const read = ahead ?? load();
      ahead = null;
      return read;
    },
    search: async (text, limit) => {
      if (worker === null) await load();
      const answer = await ask({ is: 'search', text, limit });
      return answer.is === 'found' ? answer : { ids: [], found: 0 };
    },
    close: () => {
      if (worker !== null) drop(worker);
    },
  };
}

function tell(worker: Worker, request: CatalogueRequest): Promise<Settled> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const { signal } = done;
    const fail = (why: string) => {
      done.abort();
      reject(new Error(`the products’ worker: ${why}`));
    };
    const hear = (event: MessageEvent<unknown>) => {
      const answer = catalogueAnswerSchema.parse(event.data);
      if (answer.id !== request.id) return;
      if (answer.is === 'failed') {
        fail(answer.why);
        return;
      }
      done.abort();
      resolve(answer);
    };
    worker.addEventListener('message', hear, { signal });
    worker.addEventListener('error', (event) => fail(event.message), { signal });
    worker.postMessage(request);
  });
}
