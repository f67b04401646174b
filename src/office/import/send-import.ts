/** Brings the rows of a file to head office, and carries an import out or takes it back, step by step; each step may be asked for twice. */
import {
  importDetailSchema,
  importStateSchema,
  type BeginImport,
  type ImportDetail,
  type ImportRow,
  type ImportState,
} from '../../protocol/import-messages.ts';
import { IMPORT_CHUNK_BYTES_MAX, IMPORT_CHUNK_ROWS_MAX } from '../../protocol/limits.ts';
import { askPeople } from '../ask/ask-people.ts';
import { troubleOf } from '../ask/office-trouble.ts';

const IMPORTS = '/catalogue/imports';
const TRIES_MAX = 4;
const PAUSE_MS = 1_000;
/** A chunk is cut where its text would be more: rows of many barcodes are long. */
const CHUNK_TEXT_MAX = IMPORT_CHUNK_BYTES_MAX / 2;

export async function bringRows(
  begun: BeginImport,
  chunk: (from: number, count: number) => Promise<readonly ImportRow[]>,
  onProgress: (brought: number) => void,
): Promise<ImportDetail> {
  const { staged } = (await patiently(() => post('', begun))).counts;
  let brought = staged;
  onProgress(brought);
  while (brought < begun.rows) {
    const rows = fitting(await chunk(brought, IMPORT_CHUNK_ROWS_MAX));
    await patiently(() => post(`/${begun.import}/rows`, { rows }));
    brought += rows.length;
    onProgress(brought);
  }
  return readImport(begun.import);
}

export async function carryOut(
  id: string,
  way: 'apply' | 'undo',
  onProgress: (state: ImportState) => void,
): Promise<ImportDetail> {
  for (;;) {
    const state = await patiently(() => post(`/${id}/${way}`, {}));
    onProgress(state);
    if (state.stage === (way === 'apply' ? 'applied' : 'undone')) return readImport(id);
  }
}

export function readImport(id: string): Promise<ImportDetail> {
  return patiently(() => askPeople({ path: `${IMPORTS}/${id}`, answer: importDetailSchema }));
}

function post(path: string, body: Readonly<Record<string, unknown>>): Promise<ImportState> {
  return askPeople({ path: IMPORTS + path, body, answer: importStateSchema });
}

/** A head office that does not answer is asked again before a person is. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === TRIES_MAX || troubleOf(error).is !== 'outage') throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
    }
  }
}

function fitting(rows: readonly ImportRow[]): readonly ImportRow[] {
  let length = 0;
  const end = rows.findIndex((row) => {
    length += JSON.stringify(row).length;
    return length > CHUNK_TEXT_MAX;
  });
  return end <= 0 ? rows : rows.slice(0, end);
}
