/** The roster as a till of that version reads it: a till strips what it does not know, and then the signature would not stand. */
import type { ShopPolicy } from '../../domain/shop-policy.ts';
import type { Protocol } from '../../protocol/version.ts';

/** What version 1 knew of a shop's rules; whatever came later is left away for it. */
export function policyOfProtocol(policy: ShopPolicy, protocol: Protocol): ShopPolicy {
  if (protocol !== 1) return policy;
  const { businessName, shopName, address, vatNumber, currency, locale, timeZone, startOfDay } = policy;
  const { tax, taxRates, repeatScans, float, refundWithoutManager, leaseDays } = policy;
  return {
    ...{ businessName, shopName, address, vatNumber, currency, locale, timeZone, startOfDay },
    ...{ tax, taxRates, repeatScans, float, refundWithoutManager, leaseDays },
  };
}
