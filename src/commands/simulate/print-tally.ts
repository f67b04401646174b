/** Prints how many bad days were run, how fast, what was done in them and what came of it. */
import type { Tally } from '../../simulation/run-seeds.ts';

export function printTally({ seeds, sales, requests, counts }: Tally, minutes: number, from: number): void {
  console.log(
    `${String(seeds)} seeds from ${String(from)} in ${minutes.toFixed(2)} min: ${String(Math.round(seeds / minutes))} a minute`,
  );
  console.log(`${String(sales)} sales paid, ${String(requests)} requests sent`);
  for (const [what, times] of Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(times).padStart(9)}  ${what}`);
}
