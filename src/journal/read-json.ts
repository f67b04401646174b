/** Parses JSON of any origin; what is none is `undefined`, which fits no schema. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one more way of not fitting.
    return undefined;
  }
}
