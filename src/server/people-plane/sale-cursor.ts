/** Where a list of sales goes on: opaque to whoever carries it. */
import * as z from 'zod/mini';
import { readJson } from '../../journal/read-json.ts';

const cursorSchema = z.tuple([z.int(), z.string(), z.int()]);

export interface SaleCursor {
  readonly at: number;
  readonly till: string;
  readonly seq: number;
}

export function writeSaleCursor({ at, till, seq }: SaleCursor): string {
  return Buffer.from(JSON.stringify([at, till, seq])).toString('base64url');
}

export function readSaleCursor(text: string): SaleCursor | null {
  const parsed = z.safeParse(cursorSchema, readJson(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) return null;
  const [at, till, seq] = parsed.data;
  return { at, till, seq };
}
