/** What somebody can do here who has no account: look round the demo shop, or begin with their own. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { meSchema } from '../../protocol/people-messages.ts';
import type { FirstStart } from '../../protocol/set-up-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { askPeople } from '../ask/ask-people.ts';
import { meQuery } from '../ask/me-query.ts';
import { troubleOf } from '../ask/office-trouble.ts';
import { setUpWords } from './set-up-words.ts';
import './set-up.css';

const words = setUpWords.first;

interface FirstStartProps {
  readonly first: FirstStart;
}

/** Before anybody has a shop of their own here. */
export function FirstStartChoice({ first: { demo } }: FirstStartProps) {
  const [, navigate] = useLocation();
  const looking = useLookingRound();
  return (
    <section className="first-start" aria-labelledby="first-start">
      <h1 id="first-start">{words.title}</h1>
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
      <NotLookingRound error={looking.error} />
      <Choice icon="office" name={words.own} help={words.ownHelp} onPress={() => navigate('/set-up/new')} />
    </section>
  );
}

/** Where people sign in every day: the same, out of their way. */
export function OtherWays({ first: { demo } }: FirstStartProps) {
  const [, navigate] = useLocation();
  const looking = useLookingRound();
  return (
    <div className="first-start-others">
      <NotLookingRound error={looking.error} />
      {demo !== null && (
        <Button
          variant="plain"
          size="small"
          onPress={() => looking.mutate(demo)}
          isPending={looking.isPending}
        >
          {words.demo}
        </Button>
      )}
      <Button variant="plain" size="small" onPress={() => navigate('/set-up/new')}>
        {words.another}
      </Button>
    </div>
  );
}

function useLookingRound() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NonNullable<FirstStart['demo']>) =>
      askPeople({ path: '/sign-in', body, answer: meSchema }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
}

function NotLookingRound({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  return (
    <Notice tone="mind" role="alert">
      {troubleOf(error).is === 'outage' ? words.down : words.closed}
    </Notice>
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
