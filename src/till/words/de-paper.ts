/** The words of printing and of the papers a receipt can become, in German. */
import type { enPaper } from './en-paper.ts';
import type { Widened } from '../../ui/widened.ts';

export const dePaper: Widened<typeof enPaper> = {
  roll: 'Papier',
  millimetres: (width) => `${width} mm`,
  title: 'Welches Papier?',
  kinds: { receipt: 'Beleg', gift: 'Geschenkbeleg', invoice: 'Rechnung' },
  giftLead: 'Was gekauft wurde, ohne Preise.',
  invoiceLead: 'Nur für dieses Papier getippt. Es wird nirgends aufbewahrt.',
  customer: 'Name des Kunden',
  address: 'Anschrift',
  print: 'Drucken',
};
