/** Lets in who is signed in, asks the others to sign in, and says so when nobody can be asked. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Button } from '../ui/button.tsx';
import { CalmScreen } from '../ui/calm-screen.tsx';
import { meQuery } from './ask/me-query.ts';
import { OfficeFrame } from './frame/office-frame.tsx';
import { FoundScreen } from './set-up/found-screen.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { officeWords } from './words/office-words.ts';

export function OfficeDoor() {
  const me = useQuery(meQuery);
  const [location] = useLocation();
  // Whoever looks round the demo shop is signed in and founds their own all the same.
  if (location === '/set-up/new') return <FoundScreen />;
  if (me.data === null) return <SignInScreen />;
  if (me.data !== undefined) return <OfficeFrame me={me.data} />;
  if (me.isError) return <OfficeDown isTrying={me.isFetching} onRetry={() => void me.refetch()} />;
  return <CalmScreen title={officeWords.starting} />;
}

interface OfficeDownProps {
  readonly isTrying: boolean;
  readonly onRetry: () => void;
}

function OfficeDown({ isTrying, onRetry }: OfficeDownProps) {
  const words = officeWords.outage;
  return (
    <CalmScreen
      title={words.title}
      icon="cloud-off"
      tone="here"
      actions={
        <Button variant="go" onPress={onRetry} isPending={isTrying}>
          {words.retry}
        </Button>
      }
    >
      <p>{words.words}</p>
    </CalmScreen>
  );
}
