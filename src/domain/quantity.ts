/** Quantity is whole thousandths of the product's unit (1000 = one piece or one kilogram); negative comes back. */
declare const quantityBrand: unique symbol;
export type Quantity = number & { readonly [quantityBrand]: true };

export const QUANTITY_ONE_UNIT = 1000;

export function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** @throws RangeError when the value is not a whole safe number of thousandths: a bug, never bad input. */
export function quantity(thousandths: number): Quantity {
  const whole = thousandths === 0 ? 0 : thousandths;
  if (!isQuantity(whole)) throw new RangeError(`not whole thousandths: ${String(thousandths)}`);
  return whole;
}

export function pieces(count: number): Quantity {
  return quantity(count * QUANTITY_ONE_UNIT);
}
