/** The words of printing and of the papers a receipt can become, in English. */
export const enPaper = {
  roll: 'Paper',
  millimetres: (width: string) => `${width} mm`,
  title: 'Which paper?',
  kinds: { receipt: 'Receipt', gift: 'Gift receipt', invoice: 'VAT invoice' },
  giftLead: 'What was bought, without prices.',
  invoiceLead: 'Typed for this paper only. It is not kept anywhere.',
  customer: 'Customer’s name',
  address: 'Address',
  print: 'Print',
} as const;
