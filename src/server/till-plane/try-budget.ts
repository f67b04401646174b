/** How many wrong tries one address, and all of them together, have in a while: what keeps short codes from being guessed. */

export interface TryBudget {
  readonly isSpent: (address: string) => boolean;
  readonly spend: (address: string) => void;
}

const PER_ADDRESS_MAX = 10;
const ALTOGETHER_MAX = 100;
const WINDOW_MS = 10 * 60_000;

export function makeTryBudget(clock: () => number): TryBudget {
  let tries: { readonly address: string; readonly at: number }[] = [];
  return {
    isSpent: (address) => {
      const since = clock() - WINDOW_MS;
      tries = tries.filter((one) => one.at > since);
      return (
        tries.length >= ALTOGETHER_MAX ||
        tries.filter((one) => one.address === address).length >= PER_ADDRESS_MAX
      );
    },
    spend: (address) => {
      tries.push({ address, at: clock() });
    },
  };
}
