/** Counts the real work that is under way, so that the world's time stands still until all of it is done. */
import type { Life } from '../life.ts';
import type { World } from '../world.ts';

export interface Labour {
  readonly begin: () => void;
  readonly end: () => void;
  readonly during: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Waits in the world's time in the middle of counted work; what is over waits for ever. */
  readonly rest: (world: World, ms: number, life: Life) => Promise<void>;
  readonly settled: () => Promise<void>;
}

/** A task that was queued when the last work ended may begin the next. */
const QUIET_TURNS = 4;
const WORK_MS_MAX = 60_000;

export function makeLabour(): Labour {
  let underWay = 0;
  let allDone: () => void = () => undefined;

  function end(): void {
    underWay -= 1;
    if (underWay < 0) throw new RangeError('more work was ended than begun');
    if (underWay === 0) allDone();
  }

  function begin(): void {
    underWay += 1;
  }

  /** Real work that never ends is a fault of the simulation, or a deadlock of the product. */
  function ended(): Promise<void> {
    return new Promise((resolve, reject) => {
      const tooLong = setTimeout(() => {
        reject(new Error(`${String(underWay)} pieces of real work do not end`));
      }, WORK_MS_MAX);
      allDone = () => {
        clearTimeout(tooLong);
        resolve();
      };
    });
  }

  return {
    begin,
    end,
    during: (work) => {
      begin();
      return work.finally(end);
    },
    rest: (world, ms, life) => {
      end();
      return new Promise((resolve) => {
        world.after(ms, life, () => {
          begin();
          resolve();
        });
      });
    },
    settled: async () => {
      for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (underWay === 0) continue;
        await ended();
        quiet = 0;
      }
    },
  };
}
