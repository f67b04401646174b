/** A product file, read by a worker of its own so that the page never freezes. */
import type { ImportRow } from '../../protocol/import-messages.ts';
import {
  fileAnswerSchema,
  type FileAnswer,
  type FileRefusal,
  type FileRequest,
  type OpenedFile,
  type ReadFile,
} from './import-file-messages.ts';

export interface ImportFile {
  readonly open: (file: File) => Promise<OpenedFile | FileRefusal>;
  /** Reads all rows under these columns; the last reading is what `chunk` gives. */
  readonly read: (terms: Omit<Extract<FileRequest, { is: 'read' }>, 'is' | 'id'>) => Promise<ReadFile>;
  readonly chunk: (
    from: number,
    count: number,
    taxes: Readonly<Record<string, string>>,
  ) => Promise<readonly ImportRow[]>;
  readonly close: () => void;
}

/** More than a hundred thousand products need, and little enough for a tablet. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

type Asked = FileRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never;
type Settled = Exclude<FileAnswer, { readonly is: 'failed' }>;

export function openImportFile(): ImportFile {
  const worker = new Worker(new URL('./import-file.worker.ts', import.meta.url), { type: 'module' });
  let lastId = 0;
  const ask = (asked: Asked): Promise<Settled> => {
    lastId += 1;
    return tell(worker, { ...asked, id: lastId });
  };
  return {
    open: async (file) => {
      if (file.size > FILE_BYTES_MAX) return 'tooLarge';
      const answer = await ask({ is: 'open', file });
      if (answer.is === 'refused') return answer.why;
      return answer.is === 'opened' ? answer.opened : unexpected(answer);
    },
    read: async (terms) => {
      const answer = await ask({ is: 'read', ...terms });
      return answer.is === 'read' ? answer.read : unexpected(answer);
    },
    chunk: async (from, count, taxes) => {
      const answer = await ask({ is: 'chunk', from, count, taxes });
      return answer.is === 'chunk' ? answer.rows : unexpected(answer);
    },
    close: () => worker.terminate(),
  };
}

function unexpected(answer: Settled): never {
  throw new Error(`the file’s worker answered ${answer.is}`);
}

function tell(worker: Worker, request: FileRequest): Promise<Settled> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const { signal } = done;
    const fail = (why: string) => {
      done.abort();
      reject(new Error(`the file’s worker: ${why}`));
    };
    const hear = (event: MessageEvent<unknown>) => {
      const answer = fileAnswerSchema.parse(event.data);
      if (answer.id !== request.id) return;
      if (answer.is === 'failed') {
        fail(answer.why);
        return;
      }
      done.abort();
      resolve(answer);
    };
    worker.addEventListener('message', hear, { signal });
    worker.addEventListener('error', (event) => fail(event.message), { signal });
    worker.postMessage(request);
  });
}
