/** Hands a sheet to the browser as a file to keep. What writes CSV is loaded when it is first wanted. */
import type { ExportSheet } from './sheet-of-rows.ts';
import type { ExportFormat } from './write-sheet.ts';

const TYPES = { csv: 'text/csv;charset=utf-8', jsonl: 'application/x-ndjson' } as const;
/** The browser has begun to save long before. */
const REVOKE_AFTER_MS = 60_000;

export async function saveSheet(sheet: ExportSheet, format: ExportFormat): Promise<void> {
  const { writeSheet } = await import('./write-sheet.ts');
  const url = URL.createObjectURL(new Blob([writeSheet(sheet, format)], { type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${sheet.name}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
