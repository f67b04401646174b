/** The office's front door. */
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FirstStartChoice } from '../set-up/first-start.tsx';
import { officeWords } from '../words/office-words.ts';
import { useSignIn, type SignInFailure } from './use-sign-in.ts';
import './sign-in.css';

const words = officeWords.signIn;

export function SignInScreen() {
  const signIn = useSignIn();
  return (
    <main className="office-sign-in">
      <div className="office-sign-in-ways">
        <form
          className="office-sign-in-card"
          onSubmit={(event) => {
            event.preventDefault();
            signIn.submit(new FormData(event.currentTarget));
          }}
        >
          <Mark size={56} />
          <h1>{words.title}</h1>
          <p className="office-sign-in-lead">{words.lead}</p>
          {signIn.failure !== null && <Failure failure={signIn.failure} />}
          <Field
            label={words.email}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            name="email"
            autoFocus
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
        <FirstStartChoice />
      </div>
      <a className="office-sign-in-till" href="/">
        {words.toTill}
      </a>
    </main>
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
