/** Keeps the second copy's files. Only a worker may write such a file in place and have it flushed to disk. */
import { copyRequestSchema, type CopyAnswer, type CopyRequest } from './second-copy-messages.ts';

const FOLDER = 'evertill';
const MARKER = 'marker.json';
const TAIL_NAME = /^tail-(\d+)\.jsonl$/;

let open: { readonly number: number; readonly handle: FileSystemSyncAccessHandle } | null = null;
/** One after the other: a file has one writer. */
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = copyRequestSchema.parse(event.data);
  last = last.then(async () => postMessage(await answer(request)));
});

async function answer(request: CopyRequest): Promise<CopyAnswer> {
  const { id } = request;
  // Not every engine has it, whatever the types say.
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return { is: 'absent', id };
  try {
    return { is: 'done', id, texts: await act(request) };
  } catch (error) {
    // Full, locked by a window that froze, or broken: the asker decides, the journal itself is elsewhere.
    return { is: 'failed', id, why: String(error) };
  }
}

async function act({ act: what, text }: CopyRequest): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  switch (what) {
    case 'read':
      return readTails(folder);
    case 'marker':
      return readMarker(folder);
    case 'mark':
      await writeMarker(folder, text);
      return [];
    case 'append':
      append(text);
      return [];
    case 'begin':
      await begin(folder);
      return [];
    case 'finish':
      await removeTails(folder, (number) => number !== open?.number);
      return [];
    case 'erase':
      open?.handle.close();
      open = null;
      await root.removeEntry(FOLDER, { recursive: true });
      return [];
  }
}

async function tailNumbers(folder: FileSystemDirectoryHandle): Promise<number[]> {
  const numbers: number[] = [];
  for await (const name of folder.keys()) {
    const number = TAIL_NAME.exec(name)?.[1];
    if (number !== undefined) numbers.push(Number(number));
  }
  return numbers.sort((one, other) => one - other);
}

async function readTails(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const numbers = await tailNumbers(folder);
  return Promise.all(numbers.map((number) => readText(folder, tailName(number))));
}

async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

async function readMarker(folder: FileSystemDirectoryHandle): Promise<string[]> {
  for await (const name of folder.keys()) if (name === MARKER) return [await readText(folder, MARKER)];
  return [];
}

async function writeMarker(folder: FileSystemDirectoryHandle, text: string): Promise<void> {
  const handle = await (await folder.getFileHandle(MARKER, { create: true })).createSyncAccessHandle();
  handle.truncate(0);
  write(handle, text);
  handle.close();
}

async function begin(folder: FileSystemDirectoryHandle): Promise<void> {
  open?.handle.close();
  open = null;
  const number = ((await tailNumbers(folder)).at(-1) ?? 0) + 1;
  const file = await folder.getFileHandle(tailName(number), { create: true });
  open = { number, handle: await file.createSyncAccessHandle() };
}

function append(text: string): void {
  if (open === null) throw new TypeError('a file is begun before it is written');
  write(open.handle, text);
}

/** @throws when it was not written whole: then the rest of the line is a torn one. */
function write(handle: FileSystemSyncAccessHandle, text: string): void {
  const bytes = new TextEncoder().encode(text);
  const written = handle.write(bytes, { at: handle.getSize() });
  handle.flush();
  if (written < bytes.length) throw new RangeError('the file took only a part');
}

async function removeTails(
  folder: FileSystemDirectoryHandle,
  isOver: (number: number) => boolean,
): Promise<void> {
  for (const number of (await tailNumbers(folder)).filter(isOver)) {
    // One that a frozen window still holds goes another time: it tells nothing that is not told here.
    await folder.removeEntry(tailName(number)).catch(() => undefined);
  }
}

function tailName(number: number): string {
  return `tail-${String(number)}.jsonl`;
}
