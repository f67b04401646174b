/** Reads a backup's file again, line by line, and proves that it is the one the manifest speaks of. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { BackupTable } from './backup-manifest.ts';

/** @throws RangeError, at the end, when the file is not the one that was written. */
export async function* readRows(folder: string, { file, rows, sha256 }: BackupTable): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const digest = new Transform({
    transform: (block: Buffer, _encoding, done) => {
      hash.update(block);
      done(null, block);
    },
  });
  const source = createReadStream(join(folder, file));
  const inflated = source.pipe(digest).pipe(createGunzip());
  source.on('error', (error) => inflated.destroy(error));
  let read = 0;
  for await (const line of createInterface({ input: inflated, crlfDelay: Infinity })) {
    read += 1;
    yield line;
  }
  if (read !== rows) throw new RangeError(`${file} holds ${String(read)} rows instead of ${String(rows)}`);
  if (hash.digest('hex') !== sha256) throw new RangeError(`${file} is not the file that was written`);
}
