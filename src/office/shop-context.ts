/** Which shop is looked at, how it writes its figures, and which words the office speaks. */
import { createContext, useContext } from 'react';
import type { OfficeShop, ShopFormat } from './shop-format.ts';

export interface LookedAtShop {
  readonly shop: OfficeShop;
  readonly format: ShopFormat;
}

export const ShopContext = createContext<LookedAtShop | null>(null);

export function useShop(): LookedAtShop {
  const shop = useContext(ShopContext);
  if (shop === null) throw new TypeError('an office screen outside of a shop');
  return shop;
}
