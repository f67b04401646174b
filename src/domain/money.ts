/** Money is whole minor units (pence, cents) of the shop's currency; never a float. */
declare const moneyBrand: unique symbol;
export type Money = number & { readonly [moneyBrand]: true };

export function isMoney(value: unknown): value is Money {
  return typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** @throws RangeError when the value is not a whole safe number of minor units: a bug, never bad input. */
export function money(value: number): Money {
  const whole = value === 0 ? 0 : value;
  if (!isMoney(whole)) throw new RangeError(`not whole minor units: ${String(value)}`);
  return whole;
}

export const NO_MONEY = money(0);

export function addMoney(...amounts: readonly Money[]): Money {
  return money(amounts.reduce((sum: number, amount) => sum + amount, 0));
}

export function negateMoney(amount: Money): Money {
  return money(0 - amount);
}
