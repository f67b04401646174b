/** What needs a person, by cause and most money first; what is only good to know stays folded. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Flag } from '../../protocol/people-messages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useShop } from '../shop-context.ts';
import { usePlace } from '../use-place.ts';
import { en } from '../words/en.ts';
import { saleAddress } from '../sales/sale-address.ts';
import { groupFlags, type FlagGroup, type FlagQuestion } from './group-flags.ts';

const words = en.reconcile.flags;

const TONE_OF = {
  moneyMissing: 'person',
  givenTwice: 'mind',
  decideOnce: 'mind',
  goodToKnow: 'neutral',
} as const satisfies Record<Flag['group'], Tone>;

export function FlagsPanel({ flags }: { readonly flags: readonly Flag[] }) {
  const { format } = useShop();
  const groups = groupFlags(flags);
  const toCheck = groups.filter(({ group }) => group !== 'goodToKnow');
  const goodToKnow = groups.find(({ group }) => group === 'goodToKnow');
  const count = toCheck.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <Panel title={words.title} {...(count > 0 && { note: words.note(format.count(count)) })} isFlush>
      {count === 0 && (
        <EmptyState icon="check" title={words.none}>
          {words.noneWords}
        </EmptyState>
      )}
      {toCheck.map((group) => (
        <section key={group.group} className="reconcile-flags">
          <h3>{words.groups[group.group]}</h3>
          <FlagList group={group} />
        </section>
      ))}
      {goodToKnow !== undefined && (
        <details className="reconcile-flags reconcile-folded">
          <summary>{words.folded(format.count(goodToKnow.questions.length))}</summary>
          <FlagList group={goodToKnow} />
        </details>
      )}
    </Panel>
  );
}

/** The first few matter most; the others are one press away. */
const SHOWN_FIRST = 5;

function FlagList({ group: { group, questions } }: { readonly group: FlagGroup }) {
  const { format } = useShop();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? questions : questions.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul>
        {shown.map((question) => (
          <FlagItem key={question.key} question={question} tone={TONE_OF[group]} />
        ))}
      </ul>
      {shown.length < questions.length && (
        <div className="reconcile-more">
          <Button size="small" onPress={() => setShowsAll(true)}>
            {words.more(format.count(questions.length - shown.length))}
          </Button>
        </div>
      )}
    </>
  );
}

function FlagItem({ question, tone }: { readonly question: FlagQuestion; readonly tone: Tone }) {
  const { format } = useShop();
  const { first, kind, count, tills, value } = question;
  return (
    <li className="reconcile-flag">
      <div className="reconcile-flag-head">
        <Tag tone={tone}>{words.kinds[kind]}</Tag>
        <span className="office-soft">
          {count === 1
            ? words.factOf(first.tillName, format.time(first.at))
            : words.several(format.count(count), format.count(tills), tills)}
        </span>
        {value !== 0 && <b className="reconcile-flag-value num">{format.money(value)}</b>}
      </div>
      <Evidence flag={first} />
    </li>
  );
}

function Evidence({ flag: { kind, evidence, receipt, till, inc, no } }: { readonly flag: Flag }) {
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
              {words.look(receipt)}
            </Link>
          </dd>
        </div>
      )}
    </dl>
  );
}
