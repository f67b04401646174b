/** The second copy's text, from the browser's own file system: the journal's unsent tail, should the database have lost it. */
const FOLDER = 'evertill';
const TAIL_NAME = /^tail-(\d+)\.jsonl$/;

/** @returns nothing where there is no such copy, or none that can be read: the database is asked anyway. */
export async function readSecondCopy(): Promise<string> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return '';
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER);
    const names: string[] = [];
    for await (const name of folder.keys()) if (TAIL_NAME.test(name)) names.push(name);
    const texts = names
      .sort(byNumber)
      .map(async (name) => (await (await folder.getFileHandle(name)).getFile()).text());
    return (await Promise.all(texts)).join('\n');
  } catch {
    // No folder, or a file that a window holds: what the database has is what there is.
    return '';
  }
}

function byNumber(one: string, other: string): number {
  return numberIn(one) - numberIn(other);
}

function numberIn(name: string): number {
  return Number(TAIL_NAME.exec(name)?.[1] ?? 0);
}
