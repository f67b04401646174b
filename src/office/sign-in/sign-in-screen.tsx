/** The office's front door. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { CalmScreen } from '../../ui/calm-screen.tsx';
import { Field } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { firstStartQuery } from '../ask/set-up-query.ts';
import { FirstStartChoice, OtherWays } from '../set-up/first-start.tsx';
import { officeWords } from '../words/office-words.ts';
import { useSignIn, type SignInFailure } from './use-sign-in.ts';
import './sign-in.css';

const words = officeWords.signIn;

/** Where nobody has set up a shop yet, that is asked first. */
export function SignInScreen() {
  const { data: first, isPending } = useQuery(firstStartQuery);
  // What stands beside the form decides where it stands.
  if (isPending) return <CalmScreen title={officeWords.starting} />;
  const isFresh = first !== undefined && !first.isFounded;
  return (
    <main className="office-sign-in">
      <div className="office-sign-in-ways">
        {isFresh && <FirstStartChoice first={first} />}
        <SignInForm isFirst={!isFresh} />
      </div>
      {!isFresh && first !== undefined && <OtherWays first={first} />}
      <a className="office-sign-in-till" href="/">
        {words.toTill}
      </a>
    </main>
  );
}

/** @param isFirst nothing else is asked before it */
function SignInForm({ isFirst }: { readonly isFirst: boolean }) {
  const signIn = useSignIn();
  return (
    <form
      className="office-sign-in-card"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.submit(new FormData(event.currentTarget));
      }}
    >
      <Mark size={56} />
      {isFirst ? <h1>{words.title}</h1> : <h2>{words.title}</h2>}
      <p className="office-sign-in-lead">{words.lead}</p>
      {signIn.failure !== null && <Failure failure={signIn.failure} />}
      <Field
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        name="email"
        autoFocus={isFirst}
        isRequired
        value={signIn.email}
        onChange={signIn.typeEmail}
      />
      <Field
        label={words.password}
        type="password"
        autoComplete="current-password"
        name="password"
        isRequired
        value={signIn.password}
        onChange={signIn.typePassword}
      />
      {signIn.asksCode && (
        <Field
          label={words.code}
          description={words.codeHelp}
          autoComplete="one-time-code"
          name="code"
          autoFocus
          value={signIn.code}
          onChange={signIn.typeCode}
        />
      )}
      <Button type="submit" variant="go" size="large" isWide isPending={signIn.isPending}>
        {words.go}
      </Button>
    </form>
  );
}

function Failure({ failure }: { readonly failure: SignInFailure }) {
  if (failure === 'down')
    return (
      <Notice tone="here" icon="cloud-off" role="alert" title={words.down}>
        {words.downHint}
      </Notice>
    );
  return (
    <Notice tone="mind" icon="info" role="alert">
      {words[failure]}
    </Notice>
  );
}
