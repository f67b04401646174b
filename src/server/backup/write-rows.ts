/** Writes lines to a gzip file, counts them, and takes the file's hash; it is on the disk when this returns. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export interface WrittenRows {
  readonly rows: number;
  readonly sha256: string;
}

const GZIP_LEVEL = 6;

/** @param blocks each of whole lines, with their ends. */
export async function writeRows(path: string, blocks: AsyncIterable<string>): Promise<WrittenRows> {
  const hash = createHash('sha256');
  let rows = 0;
  const count = new Transform({
    transform: (block: Buffer, _encoding, done) => {
      for (const byte of block) if (byte === LINE_END) rows += 1;
      done(null, block);
    },
  });
  const digest = new Transform({
    transform: (block: Buffer, _encoding, done) => {
      hash.update(block);
      done(null, block);
    },
  });
  const file = createWriteStream(path, { mode: 0o600, flush: true });
  await pipeline(Readable.from(blocks), count, createGzip({ level: GZIP_LEVEL }), digest, file);
  return { rows, sha256: hash.digest('hex') };
}

const LINE_END = 10;
