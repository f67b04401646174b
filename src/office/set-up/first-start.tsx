/** What somebody can do here who has no account: look round the demo shop, or begin with their own. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { meSchema } from '../../protocol/people-messages.ts';
import type { FirstStart } from '../../protocol/set-up-messages.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { askPeople } from '../ask/ask-people.ts';
import { meQuery } from '../ask/me-query.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { firstStartQuery } from '../ask/set-up-query.ts';
import { setUpWords } from './set-up-words.ts';
import './set-up.css';

const words = setUpWords.first;

export function FirstStartChoice() {
  const first = useQuery(firstStartQuery).data;
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const looking = useMutation({
    mutationFn: (body: NonNullable<FirstStart['demo']>) =>
      askPeople({ path: '/sign-in', body, answer: meSchema }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
  if (first === undefined) return null;
  const { demo } = first;
  return (
    <section className="first-start" aria-labelledby="first-start">
      <h2 id="first-start">{words.title}</h2>
      <p className="office-soft">{words.lead}</p>
      {demo !== null && (
        <Choice
          icon="search"
          name={words.demo}
          help={words.demoHelp}
          onPress={() => looking.mutate(demo)}
          isPending={looking.isPending}
        />
      )}
      {looking.error !== null && (
        <Notice tone="mind" role="alert">
          {troubleOf(looking.error).is === 'outage' ? words.down : words.closed}
        </Notice>
      )}
      <Choice
        icon="office"
        name={first.isFounded ? words.another : words.own}
        help={words.ownHelp}
        onPress={() => navigate('/set-up/new')}
      />
    </section>
  );
}

interface ChoiceProps {
  readonly icon: IconName;
  readonly name: string;
  readonly help: string;
  readonly onPress: () => void;
  readonly isPending?: boolean;
}

function Choice({ icon, name, help, onPress, isPending = false }: ChoiceProps) {
  return (
    <PressButton className="first-start-choice" onPress={onPress} isPending={isPending}>
      <Icon name={icon} size={28} />
      <span>
        <b>{name}</b>
        <small>{help}</small>
      </span>
      <Icon name="forward" />
    </PressButton>
  );
}
