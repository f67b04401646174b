import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { makeTillKey } from '../journal/keys.ts';
import { proveKeyStorage } from './prove-key-storage.ts';

const working = Dexie.dependencies.indexedDB;
afterEach(() => {
  Dexie.dependencies.indexedDB = working;
});

test('F10 a browser that keeps a key and signs with what it kept may become a till', async () => {
  expect(await proveKeyStorage(await makeTillKey())).toBe(true);
  expect(await Dexie.exists('evertill-key-probe')).toBe(false);
});

test('F10 a private window that opens no database may not', async () => {
  const closed = new IDBFactory();
  closed.open = () => {
    throw new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    );
  };
  Dexie.dependencies.indexedDB = closed;
  expect(await proveKeyStorage(await makeTillKey())).toBe(false);
});
