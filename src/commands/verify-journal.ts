// `npm run verify-journal -- FILE [--root KEY]`: proves an exported journal on any machine, without any server.
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { judgeJournalFile } from './checks/judge-journal-file.ts';

const USAGE = `npm run verify-journal -- FILE [--root KEY]

  FILE   a journal as a till exported it (evertill-….jsonl)
  KEY    head office’s root public key, base64url; without it, the one in the file is believed and printed

It ends with 0: intact · 1: tampered with · 2: unreadable.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
const [file, ...more] = positionals;
if (file === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const judged = await judgeJournalFile(textOf(file), values.root ?? null);
  for (const line of judged.lines) console.log(line);
  process.exitCode = judged.exitCode;
}

function textOf(path: string): AsyncIterable<string> {
  return createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
}
