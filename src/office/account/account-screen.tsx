/** One's own way into the office, and who is signed in where. */
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { accountQuery } from '../ask/account-queries.ts';
import { meQuery } from '../ask/me-query.ts';
import { accountWords as words } from './account-words.ts';
import { PasswordPanel } from './password-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';
import { SignInsPanel } from './sign-ins-panel.tsx';
import './account.css';

export function AccountScreen() {
  const me = useQuery(meQuery).data;
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{me?.name}</p>
          <h1>{words.title}</h1>
        </div>
      </header>
      <AnswerView
        query={useQuery(accountQuery)}
        waiting={
          <Panel>
            <Skeleton lines={5} height={40} />
          </Panel>
        }
      >
        {(account) => (
          <div className="account-panels">
            <PasswordPanel account={account} />
            <SecondFactorPanel account={account} />
          </div>
        )}
      </AnswerView>
      <SignInsPanel />
    </div>
  );
}
