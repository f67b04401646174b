/** A duration as the tables show it. */
export function milliseconds(figure: number): string {
  return `${figure.toFixed(1)} ms`;
}
