// `npm run size`: the script a till loads before it can sell must stay small, or a cold start on a slow tablet is not quick.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sellPathFiles } from './checks/sell-path-files.ts';
import { viteManifestSchema } from './checks/vite-manifest.ts';

const bytesMax = 200 * 1024;
/** Rescue must load where nothing else does. */
const rescueBytesMax = 60 * 1024;
const manifestFile = 'dist/.vite/manifest.json';

if (!existsSync(manifestFile)) throw new Error(`${manifestFile} is missing: run "npm run build" first.`);
const manifest = viteManifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
const sizes = sellPathFiles(manifest).map((file) => ({
  file,
  bytes: gzipSync(readFileSync(join('dist', file))).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const rescue = scriptsOf('dist/rescue.html').reduce(
  (sum, file) => sum + gzipSync(readFileSync(join('dist', file))).length,
  0,
);

for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${file}`);
console.log(`${kilobytes(total)}  script on the sell path, gzip; at most ${kilobytes(bytesMax).trim()}`);
console.log(
  `${kilobytes(rescue)}  script of the rescue page, gzip; at most ${kilobytes(rescueBytesMax).trim()}`,
);
process.exitCode = total <= bytesMax && rescue > 0 && rescue <= rescueBytesMax ? 0 : 1;

function scriptsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(
    ([, file = '']) => file,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
}
