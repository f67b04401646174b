/** A NetAnswer as a network would carry it, made of a status, headers and a body. */
import type { NetAnswer } from '../sync/ports.ts';

const encoder = new TextEncoder();

export function makeAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): NetAnswer {
  return {
    is: 'answer',
    status,
    isRedirect: status >= 300 && status < 400,
    header: (name) => headers[name] ?? null,
    body: typeof body === 'string' ? encoder.encode(body) : new Uint8Array(body),
  };
}
