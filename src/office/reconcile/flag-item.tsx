/** One question: what it is, its evidence, and the way to settle it. */
import { decisionsOf, needsReason, type Decision } from '../../domain/settlement.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { Evidence } from './evidence.tsx';
import type { FlagQuestion } from './group-flags.ts';
import type { Settling } from './use-settling.ts';

const words = officeWords.reconcile.flags;

export interface FlagItemProps {
  readonly question: FlagQuestion;
  readonly tone: Tone;
  readonly settling: Settling;
}

export function FlagItem({ question, tone, settling }: FlagItemProps) {
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
      <Ways question={question} settling={settling} />
    </li>
  );
}

/** What speaks for itself is one press; everything else, and every other way, asks why. */
function Ways({ question, settling }: Omit<FlagItemProps, 'tone'>) {
  const { kind, flags } = question;
  const [first, ...others] = decisionsOf(kind);
  const quick: Decision | null = first === undefined || needsReason(first) ? null : first;
  const open = () => settling.send({ do: 'open', dialog: { is: 'settling', question } });
  const what = words.kinds[kind];
  return (
    <div className="reconcile-flag-ways">
      {quick !== null && (
        <Button
          size="small"
          isDisabled={settling.isWorking}
          aria-label={officeWords.reconcile.settling.named(
            officeWords.reconcile.settling.decisions[quick],
            what,
          )}
          onPress={() => settling.send({ do: 'settle', flags, decision: quick, why: '' })}
        >
          {officeWords.reconcile.settling.decisions[quick]}
        </Button>
      )}
      {(quick === null || others.length > 0) && (
        <Button
          size="small"
          variant={quick === null ? 'quiet' : 'plain'}
          aria-label={officeWords.reconcile.settling.named(
            quick === null ? officeWords.reconcile.settling.open : officeWords.reconcile.settling.more,
            what,
          )}
          onPress={open}
        >
          {quick === null ? officeWords.reconcile.settling.open : officeWords.reconcile.settling.more}
        </Button>
      )}
    </div>
  );
}
