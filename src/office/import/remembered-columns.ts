/** What a person said the columns of a file mean, kept on this device for the next file with the same headers. */
import * as z from 'zod/mini';
import { importColumnsSchema, type ImportColumns } from './import-columns.ts';

const FILES_MAX = 20;
const keptSchema = z.array(z.object({ headers: z.string(), columns: importColumnsSchema }));

export function rememberedColumns(business: string, headers: readonly string[]): ImportColumns | null {
  return keptOf(business).find((one) => one.headers === headers.join('\n'))?.columns ?? null;
}

export function rememberColumns(business: string, headers: readonly string[], columns: ImportColumns): void {
  const others = keptOf(business).filter((one) => one.headers !== headers.join('\n'));
  const kept = [{ headers: headers.join('\n'), columns }, ...others].slice(0, FILES_MAX);
  try {
    localStorage.setItem(keyOf(business), JSON.stringify(kept));
  } catch {
    // Asked again next time.
  }
}

function keptOf(business: string): z.infer<typeof keptSchema> {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(keyOf(business)) ?? '[]'));
  } catch {
    return [];
  }
}

function keyOf(business: string): string {
  return `evertill-import-columns:${business}`;
}
