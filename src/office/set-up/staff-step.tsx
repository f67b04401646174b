/** The people who sell, as the staff screen has them. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerView } from '../answer-view.tsx';
import { meQuery } from '../ask/me-query.ts';
import { useShop } from '../shop-context.ts';
import { StaffDialogs } from '../staff/staff-dialogs.tsx';
import { StaffTable } from '../staff/staff-table.tsx';
import { StaffTrouble } from '../staff/staff-trouble.tsx';
import { useStaff } from '../staff/use-staff.ts';
import type { StepProps } from './step-props.ts';
import { setUpWords } from './set-up-words.ts';

const words = setUpWords.staff;

export function StaffStep({ setUp: { counts } }: StepProps) {
  const { format } = useShop();
  const desk = useStaff();
  const me = useQuery(meQuery).data?.id ?? null;
  return (
    <>
      {desk.dialog.is === 'none' && <StaffTrouble desk={desk} />}
      <AnswerView
        query={desk.staff}
        waiting={
          <Panel>
            <Skeleton lines={3} height={40} />
          </Panel>
        }
      >
        {({ people }) => (
          <Panel
            title={words.have(format.count(counts.people), counts.people)}
            actions={
              <Button size="small" icon="plus" onPress={() => desk.open({ is: 'adding' })}>
                {words.add}
              </Button>
            }
            isFlush
          >
            <StaffTable
              people={people.filter(({ endedAt }) => endedAt === null)}
              me={me}
              onChange={(person) => desk.open({ is: 'person', person })}
            />
          </Panel>
        )}
      </AnswerView>
      <StaffDialogs desk={desk} me={me} />
    </>
  );
}
