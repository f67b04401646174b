/** Who works here: the list, what each role may do, and those who left. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { meQuery } from '../ask/me-query.ts';
import { EndedPanel } from './ended-panel.tsx';
import { RightsPanel } from './rights-panel.tsx';
import { StaffDialogs } from './staff-dialogs.tsx';
import { StaffTable } from './staff-table.tsx';
import { StaffTrouble } from './staff-trouble.tsx';
import { staffWords as words } from './staff-words.ts';
import { useStaff } from './use-staff.ts';
import './staff.css';

export function StaffScreen() {
  const desk = useStaff();
  const me = useQuery(meQuery).data;
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{me?.business}</p>
          <h1>{words.title}</h1>
        </div>
        <Button variant="go" icon="plus" onPress={() => desk.open({ is: 'adding' })}>
          {words.add}
        </Button>
      </header>
      <p className="office-soft staff-lead">{words.lead}</p>
      {desk.dialog.is === 'none' && <StaffTrouble desk={desk} />}
      <AnswerView
        query={desk.staff}
        waiting={
          <Panel>
            <Skeleton lines={6} height={40} />
          </Panel>
        }
      >
        {({ people }) => (
          <>
            <Panel isFlush>
              <StaffTable
                people={people.filter(({ endedAt }) => endedAt === null)}
                me={me?.id ?? null}
                onChange={(person) => desk.open({ is: 'person', person })}
              />
            </Panel>
            <RightsPanel />
            <EndedPanel people={people.filter(({ endedAt }) => endedAt !== null)} desk={desk} />
          </>
        )}
      </AnswerView>
      <StaffDialogs desk={desk} me={me?.id ?? null} />
    </div>
  );
}
