/** The rules of a shop, for all its tills. */
import { useQuery } from '@tanstack/react-query';
import type { Rules } from '../../protocol/rules-messages.ts';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { rulesQuery } from '../ask/rules-query.ts';
import { SaveBar } from '../save-bar.tsx';
import { useShop } from '../shop-context.ts';
import { CashRules, DayRules, DiscountRules, HoursRules, RefundRules, SellingRules } from './rule-panels.tsx';
import { rulesWords as words } from './rules-words.ts';
import { useRulesDraft } from './use-rules-draft.ts';
import './rules.css';

export function RulesScreen() {
  const { shop } = useShop();
  const rules = useQuery(rulesQuery(shop.id));
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{shop.name}</p>
          <h1>{words.title}</h1>
        </div>
        {rules.data !== undefined && <Version {...rules.data} />}
      </header>
      <p className="office-soft rules-lead">{words.lead}</p>
      <AnswerView
        query={rules}
        waiting={
          <Panel>
            <Skeleton lines={8} height={40} />
          </Panel>
        }
      >
        {(read) => <RulesEditor key={shop.id} read={read} />}
      </AnswerView>
    </div>
  );
}

function Version({ version, changed }: Pick<Rules, 'version' | 'changed'>) {
  const { format } = useShop();
  const number = format.count(version);
  return (
    <p className="office-soft">
      {changed === null
        ? words.version(number)
        : words.changed(number, changed.by, format.moment(changed.at))}
    </p>
  );
}

function RulesEditor({ read }: { readonly read: Rules }) {
  const editing = useRulesDraft(read);
  return (
    <>
      {(editing.isChanged || editing.failure !== null) && (
        <SaveBar
          words={words}
          hint={editing.fault === null ? undefined : words.faults[editing.fault]}
          failure={editing.failure === null ? null : words.failed[editing.failure]}
          isSaving={editing.isSaving}
          isDisabled={!editing.isChanged}
          onSave={editing.save}
          onDiscard={editing.discard}
        />
      )}
      <form
        className="rules"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (editing.isChanged) editing.save();
        }}
      >
        <DiscountRules editing={editing} />
        <RefundRules editing={editing} />
        <CashRules editing={editing} />
        <SellingRules editing={editing} />
        <DayRules editing={editing} />
        <HoursRules editing={editing} />
      </form>
    </>
  );
}
