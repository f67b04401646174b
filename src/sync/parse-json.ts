/** Reads an answer's body as JSON; whatever is not JSON is `undefined`, which fits no schema. */
const decoder = new TextDecoder('utf-8', { fatal: true });

export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    // HTML, nothing, half an answer: all the same to the caller.
    return undefined;
  }
}
