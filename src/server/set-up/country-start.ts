/**
 * What a shop begins with where it stands: money, language, time zone and the taxes that most goods have there. An owner looks the taxes
 * over before the first sale; this is no tax advice. Rates as of 2025: European Commission, *VAT rates applied in the Member States*;
 * HMRC, *VAT rates*; Swiss Federal Tax Administration, *Steuersätze*.
 */
import { money } from '../../domain/money.ts';
import type { Currency } from '../../domain/shop-policy.ts';
import { basisPoints, type TaxRate } from '../../domain/tax-rate.ts';
import type { Country } from '../../protocol/set-up-messages.ts';

export interface CountryStart {
  readonly currency: Currency;
  readonly locale: string;
  readonly timeZone: string;
  readonly taxRates: readonly TaxRate[];
}

/** Before any sale that a new shop could make. */
const FIRST_DAY = '2000-01-01';

const sterling: Currency = {
  code: 'GBP',
  digits: 2,
  cashStep: 1,
  denominations: [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map(money),
};
const euro: Currency = {
  code: 'EUR',
  digits: 2,
  cashStep: 1,
  denominations: [20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map(money),
};
/** Where the law rounds a cash total to five cents. */
const euroWithoutSmallCoins: Currency = { ...euro, cashStep: 5 };
const franc: Currency = {
  code: 'CHF',
  digits: 2,
  cashStep: 5,
  denominations: [20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5].map(money),
};

export const COUNTRY_STARTS: Readonly<Record<Country, CountryStart>> = {
  GB: startOf('en-GB', 'Europe/London', sterling, { standard: 2_000, reduced: 500, zero: 0 }),
  IE: startOf('en-IE', 'Europe/Dublin', euro, { standard: 2_300, reduced: 1_350, second: 900, zero: 0 }),
  DE: startOf('de-DE', 'Europe/Berlin', euro, { normal: 1_900, ermäßigt: 700, steuerfrei: 0 }),
  AT: startOf('de-AT', 'Europe/Vienna', euro, {
    normal: 2_000,
    ermäßigt: 1_000,
    mittel: 1_300,
    steuerfrei: 0,
  }),
  CH: startOf('de-CH', 'Europe/Zurich', franc, {
    normal: 810,
    reduziert: 260,
    beherbergung: 380,
    steuerfrei: 0,
  }),
  FR: startOf('fr-FR', 'Europe/Paris', euro, {
    normal: 2_000,
    intermédiaire: 1_000,
    réduit: 550,
    particulier: 210,
  }),
  NL: startOf('nl-NL', 'Europe/Amsterdam', euro, { hoog: 2_100, laag: 900, nul: 0 }),
  BE: startOf('nl-BE', 'Europe/Brussels', euroWithoutSmallCoins, {
    standaard: 2_100,
    tussen: 1_200,
    verlaagd: 600,
    nul: 0,
  }),
};

function startOf(
  locale: string,
  timeZone: string,
  currency: Currency,
  rates: Readonly<Record<string, number>>,
): CountryStart {
  const taxRates = Object.entries(rates).map(([name, rate]) => ({
    class: name,
    from: FIRST_DAY,
    rate: basisPoints(rate),
  }));
  return { locale, timeZone, currency, taxRates };
}
