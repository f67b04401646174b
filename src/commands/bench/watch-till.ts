/**
 * Watches a till from inside its page, past all of the app's code: when a key or a tap came, when the database had committed, when the
 * answer was painted. It only listens; what it costs is counted on both sides of every comparison.
 */
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { scan } from '../../../e2e/harness/till-screens.ts';

const scanSchema = z.object({ work: z.number(), painted: z.number() });
const taskSchema = z.object({ asked: z.number(), answered: z.number(), is: z.string() });
/** `parse` is what reading its JSON once more took. */
const requestSchema = z.object({
  target: z.string(),
  began: z.number(),
  ended: z.number(),
  parse: z.number(),
});
const watchedSchema = z.object({
  scans: z.array(scanSchema),
  tap: z.number(),
  commits: z.array(z.number()),
  paid: z.array(z.number()),
  tasks: z.array(taskSchema),
  faces: z.object({ lock: z.optional(z.number()) }),
  keyed: z.number(),
  requests: z.array(requestSchema),
});
/** In milliseconds; moments are those of the page's own clock. */
export type Watched = z.infer<typeof watchedSchema>;

/** From the page's first line on. */
export async function watchTill(page: Page): Promise<void> {
  // As text: the compiler of the tests would call helpers that the page does not have.
  await page.addInitScript(`(${WATCH})()`);
}

export async function readWatched(page: Page): Promise<Watched> {
  return watchedSchema.parse(
    await page.evaluate(
      '(({ scans, tap, commits, paid, tasks, faces, keyed, requests }) => ({ scans, tap, commits, paid, tasks, faces, keyed, requests }))(watched)',
    ),
  );
}

/** Forgets what was seen, before the next round. */
export async function forgetWatched(page: Page): Promise<void> {
  await page.evaluate('watched.forget()');
}

/** The time from a key to a change of one word that nothing hangs on, painted: what the browser needs for any answer at all. */
export async function barePaints(page: Page, rounds: number): Promise<number[]> {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate('watched.armBare()');
    await page.keyboard.press('F9');
    figures.push(z.number().parse(await page.evaluate('watched.bare')));
  }
  return figures;
}

/**
 * The time from the last key of a code to the frame that shows it, where each key changes one word that nothing hangs on and the app
 * hears none of them: what the display needs for a scan at all.
 * @param rest before each, as before a scan that is measured.
 */
export async function bareScans(
  page: Page,
  codes: readonly string[],
  rest: () => Promise<void>,
): Promise<number[]> {
  const figures: number[] = [];
  for (const code of codes) {
    await page.evaluate('watched.armBareScan()');
    await rest();
    await scan(page, code);
    figures.push(z.number().parse(await page.evaluate('watched.bare')));
  }
  return figures;
}

const framesSchema = z.object({ dropped: z.number(), frames: z.number(), longest: z.number() });

/** Counts the page's frames until they are asked for. */
export async function countFrames(page: Page): Promise<void> {
  await page.evaluate('watched.countFrames()');
}

/** A frame is dropped when the next one comes half a frame late. */
export async function framesCounted(page: Page): Promise<z.infer<typeof framesSchema>> {
  return framesSchema.parse(await page.evaluate('watched.framesCounted()'));
}

/** From now on it is noted when the counter is next painted. */
export async function watchCounter(page: Page): Promise<void> {
  await page.evaluate('watched.watchCounter()');
}

export async function counterShownAt(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('watched.counterShown'));
}

/** Waits inside the page, which costs it nothing, until *Paid* is painted after the last tap. */
export async function untilPaidIsPainted(page: Page): Promise<void> {
  await page.evaluate('watched.paidShown');
}

/** One strict commit of the rows that the last sale wrote, in a database of its own with nothing else. */
export async function rawCommit(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('watched.rawCommit()'));
}

const WATCH = `() => {
  const now = () => performance.now();
  const watched = { scans: [], tap: 0, commits: [], paid: [], tasks: [], faces: {}, keyed: 0, rows: [], bare: null, diverted: null, paidShown: null, requests: [] };
  Object.assign(globalThis, { watched });
  watched.forget = () => Object.assign(watched, { scans: [], commits: [], paid: [], tasks: [], bare: null, requests: [] });

  /** After the frame in which it is seen: style, layout and paint are over when the next task runs. */
  const whenPainted = (isThere) => new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      const frame = now();
      port1.onmessage = () => resolve({ frame, at: now() });
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  const afterTask = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(now());
    port2.postMessage(null);
  });
  const lines = () => document.querySelectorAll('.basket-lines > li').length;
  const sum = () => document.querySelector('.basket')?.textContent ?? '';

  addEventListener('keydown', async (event) => {
    watched.keyed = event.timeStamp;
    if (watched.diverted !== null) return watched.diverted(event);
    if (event.key !== 'Enter') return;
    const [began, before] = [now(), lines() + sum()];
    const waited = began - event.timeStamp;
    const taken = afterTask();
    const { frame, at } = await whenPainted(() => lines() + sum() !== before);
    watched.scans.push({ work: waited + (await taken) - began + (at - frame), painted: at - event.timeStamp });
  }, { capture: true });
  addEventListener('pointerup', (event) => {
    watched.tap = event.timeStamp;
    if (document.querySelector('.paid') === null)
      watched.paidShown = whenPainted(() => document.querySelector('.paid') !== null).then(({ at }) => void watched.paid.push(at));
  }, { capture: true });

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (tables, mode, options) {
    const made = transaction.call(this, tables, mode, options);
    if (mode === 'readwrite' && options?.durability === 'strict' && this.name === 'evertill-journal') {
      const rows = [];
      strictRows.set(made, rows);
      made.addEventListener('complete', () => {
        if (rows.length === 0) return;
        watched.commits.push(now());
        if (rows.length > watched.rows.length || rows.some(({ sale }) => sale)) watched.rows = rows;
      });
    }
    return made;
  };
  const strictRows = new WeakMap();
  for (const name of ['add', 'put']) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      strictRows.get(this.transaction)?.push(given[0]);
      return write.apply(this, given);
    };
  }
  let raw = null;
  watched.rawCommit = async () => {
    raw ??= await new Promise((resolve, reject) => {
      const opening = indexedDB.open('bench-raw', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const { rows } = watched;
    const began = now();
    const writing = transaction.call(raw, ['rows'], 'readwrite', { durability: 'strict' });
    for (const row of rows) writing.objectStore('rows').add(row);
    writing.commit();
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    return now() - began;
  };

  const { postMessage } = Worker.prototype;
  const heard = new WeakSet();
  const asked = new WeakMap();
  Worker.prototype.postMessage = function (...given) {
    asked.set(this, now());
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }) => {
        watched.tasks.push({ asked: asked.get(this) ?? 0, answered: now(), is: String(data?.is) });
      });
    }
    return postMessage.apply(this, given);
  };

  const barePlace = () => {
    let place = document.getElementById('bench-bare');
    if (place === null) {
      place = document.body.appendChild(document.createElement('output'));
      Object.assign(place, { id: 'bench-bare' });
      Object.assign(place.style, { position: 'fixed', bottom: '0', right: '0' });
    }
    return place;
  };
  watched.armBareScan = () => {
    const place = barePlace();
    place.textContent = '';
    watched.bare = new Promise((resolve) => {
      watched.diverted = (event) => {
        event.stopImmediatePropagation();
        event.preventDefault();
        place.textContent += event.key;
        if (event.key !== 'Enter') return;
        watched.diverted = null;
        void whenPainted(() => true).then(({ at }) => resolve(at - event.timeStamp));
      };
    });
  };
  watched.armBare = () => {
    const place = barePlace();
    watched.bare = new Promise((resolve) => {
      const answer = (event) => {
        if (event.key !== 'F9') return;
        removeEventListener('keydown', answer, { capture: true });
        const word = String(event.timeStamp);
        place.textContent = word;
        void whenPainted(() => place.textContent === word).then(({ at }) => resolve(at - event.timeStamp));
      };
      addEventListener('keydown', answer, { capture: true });
    });
  };

  watched.countFrames = () => {
    const gaps = [];
    let last = null;
    let isCounting = true;
    const tick = (at) => {
      if (last !== null) gaps.push(at - last);
      last = at;
      if (isCounting) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    watched.framesCounted = () => {
      isCounting = false;
      const late = gaps.filter((gap) => gap > 25);
      return { dropped: late.length, frames: gaps.length, longest: Math.max(0, ...gaps) };
    };
  };
  watched.watchCounter = () => {
    watched.counterShown = whenPainted(() => document.querySelector('.sell') !== null).then(({ at }) => at);
  };

  const { fetch } = globalThis;
  const asks = new WeakMap();
  globalThis.fetch = async function (...given) {
    const began = now();
    const answer = await fetch.apply(this, given);
    asks.set(answer, { target: String(given[0]), began });
    return answer;
  };
  const { arrayBuffer } = Response.prototype;
  Response.prototype.arrayBuffer = async function () {
    const bytes = await arrayBuffer.call(this);
    const ask = asks.get(this);
    if (ask === undefined) return bytes;
    const ended = now();
    try {
      JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      // Not every answer is JSON.
    }
    watched.requests.push({ ...ask, ended, parse: now() - ended });
    return bytes;
  };

  const watchFaces = () => {
    if ('lock' in watched.faces || document.querySelector('.lock') === null) return;
    watched.faces.lock = -1;
    void whenPainted(() => true).then(({ at }) => (watched.faces.lock = at));
  };
  new MutationObserver(watchFaces).observe(document, { childList: true, subtree: true });
}`;
