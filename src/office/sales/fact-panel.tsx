/** The fact behind a receipt: its place in the journal, what ties it to its neighbours, who signed it, its very bytes. */
import type { ReactNode } from 'react';
import type { SaleDetail } from '../../protocol/people-messages.ts';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';

const words = officeWords.sale;

export function FactPanel({ detail: { row, fact } }: { readonly detail: SaleDetail }) {
  const { format } = useShop();
  const { signature } = fact;
  return (
    <Panel title={words.fact} note={words.factNote}>
      <dl className="sale-fact">
        <Entry name={words.number}>{words.numberWords(format.count(row.no), row.inc)}</Entry>
        <Entry name={words.hash}>
          <code>{fact.hash}</code>
          <Check holds={fact.hashHolds} yes={words.hashHolds} no={words.hashFails} />
        </Entry>
        <Entry name={words.prev}>
          {fact.prev !== null && <code>{fact.prev}</code>}
          {fact.linkHolds === null ? (
            <Tag>{words.linkUnknown}</Tag>
          ) : (
            <Check holds={fact.linkHolds} yes={words.linkHolds} no={words.linkFails} />
          )}
        </Entry>
        <Entry name={words.signature}>
          <code>{signature.text}</code>
          <Check
            holds={signature.verified}
            yes={words.signatureHolds(format.count(signature.firstNo), format.count(signature.lastNo))}
            no={words.signatureFails}
          />
        </Entry>
      </dl>
      <h3 className="sale-bytes-title">{words.bytes}</h3>
      <pre className="sale-bytes" tabIndex={0} role="region" aria-label={words.bytes}>
        {fact.bytes}
      </pre>
    </Panel>
  );
}

function Entry({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Check({ holds, yes, no }: { readonly holds: boolean; readonly yes: string; readonly no: string }) {
  return holds ? (
    <Tag tone="go" icon="check">
      {yes}
    </Tag>
  ) : (
    <Tag tone="person" icon="warning">
      {no}
    </Tag>
  );
}
