// Which scripts a till has loaded when the sell screen stands: the entry, the till's own chunks, and all they import.
import type { ViteManifest } from './vite-manifest.ts';

export function sellPathFiles(manifest: ViteManifest): string[] {
  const roots = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true || isOfTill(key));
  const keys = roots.reduce((found, key) => withImports(manifest, key, found), new Set<string>());
  const files = [...keys].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
  return [...new Set(files)].sort();
}

function isOfTill(key: string): boolean {
  return key.startsWith('src/till/');
}

function withImports(manifest: ViteManifest, key: string, found: Set<string>): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  return (manifest[key]?.imports ?? []).reduce((all, next) => withImports(manifest, next, all), found);
}
