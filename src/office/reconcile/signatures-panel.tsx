/** Who signed the day and under what, and what came after it. */
import type { Signature, SignOff } from '../../protocol/sign-off-messages.ts';
import { Link } from 'wouter';
import { Panel } from '../../ui/panel.tsx';
import { saleAddress } from '../sales/sale-address.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { reasonWords } from './sign-off-sheet.tsx';

const words = officeWords.reconcile.signOff;

export function SignaturesPanel({ signOff }: { readonly signOff: SignOff }) {
  const { signatures, addendum } = signOff;
  if (signatures.length === 0) return null;
  return (
    <Panel title={words.panel} note={words.panelNote} isFlush>
      <ul>
        {signatures.map((signature, index) => (
          <SignatureItem
            key={signature.number}
            signature={signature}
            before={signatures[index - 1]?.figures.takings.gross ?? null}
          />
        ))}
        {addendum !== null && <Late signOff={signOff} />}
      </ul>
    </Panel>
  );
}

interface SignatureItemProps {
  readonly signature: Signature;
  /** What the day came to at the signature before; null for the first. */
  readonly before: number | null;
}

function SignatureItem({ signature, before }: SignatureItemProps) {
  const { format } = useShop();
  const { number, at, byName, why, heads, figures, open } = signature;
  const who = byName === null ? words.signedItself : words.signedBy(byName, format.moment(at));
  return (
    <li className="reconcile-flag">
      <div className="reconcile-flag-head">
        <b>{number === 1 ? words.theDay : words.addendumNumber(format.count(number - 1))}</b>
        <span className="office-soft">{who}</span>
        <b className="reconcile-flag-value num">
          {before === null
            ? format.money(figures.takings.gross)
            : format.difference(figures.takings.gross - before)}
        </b>
      </div>
      {why !== '' && (
        <p className="reconcile-why">
          {why}
          <span className="office-soft">
            {' '}
            · {open.map((reason) => reasonWords(reason, format)).join(' · ')}
          </span>
        </p>
      )}
      <details className="reconcile-heads">
        <summary>{words.heads(format.count(heads.length), heads.length)}</summary>
        <dl className="reconcile-evidence">
          {heads.map(({ till, tillName, no, hash, lastReceipt }) => (
            <div key={till}>
              <dt>{tillName}</dt>
              <dd>
                {words.head(lastReceipt, format.count(no))} <code>{hash}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}

function Late({ signOff: { addendum, signatures } }: { readonly signOff: SignOff }) {
  const { format } = useShop();
  const place = usePlace();
  if (addendum === null) return null;
  const { figures, receipts } = addendum;
  const signed = signatures.at(-1)?.figures.takings.gross ?? 0;
  return (
    <li className="reconcile-flag" data-late>
      <div className="reconcile-flag-head">
        <b>{words.late}</b>
        <span className="office-soft">
          {words.lateWords(format.count(figures.received.receipts), figures.received.receipts)}
        </span>
        <b className="reconcile-flag-value num">{format.difference(figures.takings.gross)}</b>
      </div>
      <p className="reconcile-why office-soft num">
        {words.signedPlusLate(
          format.money(signed),
          format.money(figures.takings.gross),
          format.money(signed + figures.takings.gross),
        )}
      </p>
      <ul className="reconcile-late">
        {receipts.map(({ till, inc, no, receipt, tillName, at, receivedAt, gross }) => (
          <li key={`${till} ${inc} ${String(no)}`}>
            <Link className="office-link" href={place.to(saleAddress({ till, inc, no }))}>
              {receipt}
            </Link>{' '}
            {words.lateReceipt(tillName, format.time(at), format.moment(receivedAt), format.money(gross))}
          </li>
        ))}
      </ul>
    </li>
  );
}
