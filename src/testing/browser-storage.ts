/** The storage of a browser in memory: one of these is one tablet's, apart from all others. */
import 'fake-indexeddb/auto';
import { IDBFactory as MemoryFactory, IDBOpenDBRequest as MemoryRequest } from 'fake-indexeddb';

export function newBrowserStorage(): IDBFactory {
  return new MemoryFactory();
}

/** What a process that is dead hears of its asking. */
export function unansweredRequest(): IDBOpenDBRequest {
  return new MemoryRequest();
}
