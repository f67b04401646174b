/** The words on a receipt, in English: till and office print the same paper. */
import type { Widened } from '../widened.ts';

export const enReceipt = {
  label: 'Receipt',
  practice: 'PRACTICE. No receipt.',
  total: 'Total',
  net: 'Before VAT',
  cash: 'Cash',
  card: 'Card',
  change: 'Change',
  cashBack: 'Cash given back',
  cardBack: 'Given back by card',
  rounding: 'Cash rounding',
  vat: 'VAT',
  vatOf: (rate: string, net: string) => `VAT ${rate} on ${net}`,
  vatNumber: (number: string) => `VAT ${number}`,
  refund: 'Refund',
  copy: 'COPY',
  thanks: 'Thank you',
  titles: { gift: 'Gift receipt', invoice: 'VAT invoice' },
  customer: 'To',
  lineTax: (net: string, rate: string) => `${net} before VAT, ${rate}`,
  returned: (receipt: string) => `back from ${receipt}`,
  returnedWithout: 'back, without a receipt',
  kg: (weight: string, price: string) => `${weight} × ${price}`,
  servedBy: (name: string) => `Served by ${name}`,
  qr: (number: string) => `Receipt ${number} as a code`,
  each: (count: string, price: string) => `${count} × ${price}`,
  was: (price: string) => `was ${price}`,
  eatIn: 'Eat in',
  staffDiscount: (rate: string) => `Staff ${rate}`,
};

export type ReceiptWords = Widened<typeof enReceipt>;
