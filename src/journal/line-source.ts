/** The lines of a file one by one, with a look at the next: a file of any size is read in little memory. */
import { EXPORT_LINE_LENGTH_MAX } from '../protocol/journal-export.ts';

export interface LineSource {
  /** Null after the last line. */
  readonly next: () => Promise<string | null>;
  /** The line that `next` will give. */
  readonly peek: () => Promise<string | null>;
}

export function lineSource(chunks: AsyncIterable<string>): LineSource {
  const lines = linesOf(chunks);
  let ahead: Promise<string | null> | null = null;
  const read = async () => {
    const line = await lines.next();
    return line.done === true ? null : line.value;
  };
  return {
    next: () => {
      const line = ahead ?? read();
      ahead = null;
      return line;
    },
    peek: () => (ahead ??= read()),
  };
}

/** A line beyond the limit comes in pieces, none of which is a line of a journal. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    rest += first;
    for (const other of others) {
      yield rest;
      rest = other;
    }
    if (rest.length > EXPORT_LINE_LENGTH_MAX) {
      yield rest;
      rest = '';
    }
  }
  if (rest !== '') yield rest;
}
