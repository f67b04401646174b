/** What a flag shows for itself, in words. */
import { Link } from 'wouter';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { saleAddress } from '../sales/sale-address.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';

export function Evidence({ flag: { kind, evidence, receipt, till, inc, no } }: { readonly flag: Flag }) {
  const place = usePlace();
  return (
    <dl className="reconcile-evidence">
      {evidence.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {receipt !== null && kind !== 'unreadable' && (
        <div>
          <dt>{officeWords.sale.receipt}</dt>
          <dd>
            <Link className="office-link" href={place.to(saleAddress({ till, inc, no }))}>
              {officeWords.reconcile.flags.look(receipt)}
            </Link>
          </dd>
        </div>
      )}
    </dl>
  );
}
