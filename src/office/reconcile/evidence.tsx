/** What a flag shows for itself, in words. */
import { Link } from 'wouter';
import type { Flag } from '../../protocol/settlement-messages.ts';
import { saleAddress } from '../sales/sale-address.ts';
import { usePlace } from '../use-place.ts';
import { en } from '../words/en.ts';

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
          <dt>{en.sale.receipt}</dt>
          <dd>
            <Link className="office-link" href={place.to(saleAddress({ till, inc, no }))}>
              {en.reconcile.flags.look(receipt)}
            </Link>
          </dd>
        </div>
      )}
    </dl>
  );
}
