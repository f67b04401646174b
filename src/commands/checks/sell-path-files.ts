// Which scripts a till has loaded when the sell screen stands: the entry, the till's own chunks, and all they import.
import type { ViteManifest } from './vite-manifest.ts';

/** Where the till's side of the app begins; what it loads later, when it is needed, does not count. */
const TILL = 'src/app/till-app.tsx';

export function sellPathFiles(manifest: ViteManifest): string[] {
  if (manifest[TILL] === undefined) throw new Error(`the build has no ${TILL}: what would be measured?`);
  const roots = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true || key === TILL);
  const keys = roots.reduce((found, key) => withImports(manifest, key, found), new Set<string>());
  const files = [...keys].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
  return [...new Set(files)].sort();
}

function withImports(manifest: ViteManifest, key: string, found: Set<string>): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  return (manifest[key]?.imports ?? []).reduce((all, next) => withImports(manifest, next, all), found);
}
