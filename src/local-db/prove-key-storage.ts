/** Proves that this browser can keep a key: stored, read back, and still able to sign. A private window often cannot. */
import Dexie from 'dexie';
import { exportPublicKey, importPublicKey, sign, verify } from '../journal/keys.ts';

const PROBE_DB = 'evertill-key-probe';
const PROBE_TEXT = 'can this tablet keep a key?';

/** Uses a database of its own, which is gone afterwards: nothing of the till depends on the outcome. */
export async function proveKeyStorage(pair: CryptoKeyPair): Promise<boolean> {
  try {
    const kept = await storeAndReadBack(pair);
    const publicKey = await importPublicKey(await exportPublicKey(kept.publicKey));
    if (publicKey === null) return false;
    return await verify(publicKey, PROBE_TEXT, await sign(kept.privateKey, PROBE_TEXT));
  } catch {
    // Browsers say "no" here in many ways (DataCloneError, InvalidStateError, UnknownError …), and all mean the same.
    return false;
  }
}

async function storeAndReadBack(pair: CryptoKeyPair): Promise<CryptoKeyPair> {
  await Dexie.delete(PROBE_DB);
  const writer = openProbe();
  await writer.keys.put({ id: 'pair', pair });
  writer.close();
  // A second handle, so that nothing is answered from memory.
  const reader = openProbe();
  const kept = await reader.keys.get('pair');
  reader.close();
  await Dexie.delete(PROBE_DB);
  if (kept === undefined) throw new TypeError('the key was not kept');
  return kept.pair;
}

function openProbe() {
  return new KeyProbeDb(PROBE_DB);
}

class KeyProbeDb extends Dexie {
  readonly keys;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ keys: 'id' });
    this.keys = this.table<{ readonly id: string; readonly pair: CryptoKeyPair }, string>('keys');
  }
}
