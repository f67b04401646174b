import { expect, test } from 'vitest';
import { tidyVatNumber, vatNumberFault } from './vat-number.ts';

test.each([
  ['GB 339 0727 47', 'en-GB'],
  ['gb831495816', 'en-GB'],
  ['GB 123 4567 82', 'en-GB'],
  // Of the series that began in 2009.
  ['GB 123 4567 27', 'en-GB'],
  ['123 4567 82 001', 'en-GB'],
  ['GBGD123', 'en-GB'],
  ['XI 123 4567 82', 'en-GB'],
  ['DE 123 456 788', 'de-DE'],
  ['de129430206', 'de-DE'],
  ['815.243.055', 'de-DE'],
  ['ATU12345678', 'de-AT'],
  ['U 1234 5678', 'de-AT'],
  ['CHE-123.456.789 MWST', 'de-CH'],
  ['che123456789', 'de-CH'],
  ['IE 1234567fa', 'en-IE'],
  ['IE1S23456L', 'en-IE'],
  ['FR 12 345 678 901', 'fr-FR'],
  ['DE345678901', 'fr-FR'],
  ['NL 123456789B01', 'nl-NL'],
  ['BE 0123.456.789', 'nl-BE'],
  ['BE 1000-111-222', 'nl-BE'],
  ['EL 123456789', 'el-GR'],
])('SETUP-13 %s can be a VAT number of a shop in %s', (text, locale) => {
  expect(vatNumberFault(text, locale)).toBeNull();
});

test.each([
  ['GB 123 456', 'en-GB', 'GB 123 4567 82'],
  ['123', 'en-GB', 'GB 123 4567 82'],
  ['none', 'en-GB', 'GB 123 4567 82'],
  ['DE12345678', 'de-DE', 'DE 123456788'],
  ['DE12345678', 'en-GB', 'DE 123456788'],
  ['12/345/67890', 'de-DE', 'DE 123456788'],
  ['AT12345678', 'de-AT', 'ATU 12345678'],
  ['CH123456789', 'de-CH', 'CHE-123.456.789 MWST'],
  ['BE 9123456789', 'nl-BE', 'BE 0123 456 789'],
  ['NL123456789X01', 'nl-NL', 'NL 123456789B01'],
])('SETUP-13 %s cannot, in %s: it would look like %s', (text, locale, example) => {
  expect(vatNumberFault(text, locale)).toEqual({ is: 'shape', example });
});

test.each([
  ['GB 123 4567 89', 'en-GB'],
  ['123456783', 'en-GB'],
  ['DE 123456789', 'de-DE'],
  ['DE 213456788', 'de-DE'],
])('SETUP-13 %s has a digit that is wrong', (text, locale) => {
  expect(vatNumberFault(text, locale)).toEqual({ is: 'checkDigits' });
});

test.each([
  ['NO 123 456 789 MVA', 'en-GB'],
  ['NO 123 456 789 MVA', 'nb-NO'],
  ['whatever 1', 'en-US'],
  ['12-3456789', 'en-US'],
  ['12-3456789', 'en'],
])('SETUP-13 %s of a country that is not known here is taken (%s)', (text, locale) => {
  expect(vatNumberFault(text, locale)).toBeNull();
});

test('SETUP-13 it is kept in capitals, with the blanks that were typed', () => {
  expect(tidyVatNumber('  gb 123  4567 82 ')).toBe('GB 123 4567 82');
  expect(tidyVatNumber('CHE-123.456.789 mwst')).toBe('CHE-123.456.789 MWST');
});
