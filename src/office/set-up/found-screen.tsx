/** A stranger founds a business of their own, with the code of whoever runs the server; then their PIN, once. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../../protocol/account-messages.ts';
import {
  BUSINESS_NAME_LENGTH_MAX,
  COUNTRIES,
  SET_UP_CODE_LENGTH_MAX,
  type Founded,
} from '../../protocol/set-up-messages.ts';
import { PERSON_NAME_LENGTH_MAX } from '../../protocol/staff-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { meQuery } from '../ask/me-query.ts';
import { ChoiceField } from '../catalogue/choice-field.tsx';
import { setUpWords } from './set-up-words.ts';
import { useFounding } from './use-founding.ts';
import '../sign-in/sign-in.css';
import './set-up.css';

const words = setUpWords.found;

export function FoundScreen() {
  const founding = useFounding();
  return (
    <main className="office-sign-in">
      {founding.founded === null ? (
        <FoundForm founding={founding} />
      ) : (
        <FirstPin founded={founding.founded} />
      )}
    </main>
  );
}

interface FoundingProps {
  readonly founding: ReturnType<typeof useFounding>;
}

function FoundForm({ founding }: FoundingProps) {
  return (
    <>
      <form
        className="office-sign-in-card set-up-found"
        onSubmit={(event) => {
          event.preventDefault();
          founding.submit();
        }}
      >
        <Mark size={48} />
        <h1>{words.title}</h1>
        <p className="office-sign-in-lead">{words.lead}</p>
        <BusinessFields founding={founding} />
        <OwnerFields founding={founding} />
        {founding.failure !== null && (
          <Notice tone="mind" role="alert">
            {words.failed[founding.failure]}
          </Notice>
        )}
        <Button type="submit" variant="go" size="large" isWide isPending={founding.isPending}>
          {words.go}
        </Button>
      </form>
      <Link className="office-sign-in-till" href="/">
        {words.back}
      </Link>
    </>
  );
}

function BusinessFields({ founding: { draft, change } }: FoundingProps) {
  return (
    <>
      <Field
        label={words.code}
        description={words.codeHelp}
        value={draft.code}
        onChange={(code) => change({ code })}
        maxLength={SET_UP_CODE_LENGTH_MAX}
        autoComplete="off"
        autoCapitalize="characters"
        autoFocus={draft.code === ''}
        isRequired
      />
      <Field
        label={words.business}
        description={words.businessHelp}
        value={draft.business}
        onChange={(business) => change({ business })}
        maxLength={BUSINESS_NAME_LENGTH_MAX}
        autoComplete="organization"
        autoFocus={draft.code !== ''}
        isRequired
      />
      <div className="set-up-country">
        <ChoiceField
          label={words.country}
          value={draft.country}
          options={COUNTRIES.map((country) => ({ value: country, label: words.countries[country] }))}
          onChange={(chosen) => {
            const country = COUNTRIES.find((one) => one === chosen);
            if (country !== undefined) change({ country });
          }}
        />
        <p className="field-help">{words.countryHelp}</p>
      </div>
    </>
  );
}

function OwnerFields({ founding: { draft, change, passwordIsWeak } }: FoundingProps) {
  const shortest = String(PASSWORD_LENGTH_MIN);
  return (
    <>
      <Field
        label={words.owner}
        description={words.ownerHelp}
        value={draft.owner}
        onChange={(owner) => change({ owner })}
        maxLength={PERSON_NAME_LENGTH_MAX}
        autoComplete="given-name"
        isRequired
      />
      <Field
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        value={draft.email}
        onChange={(email) => change({ email })}
        isRequired
      />
      <Field
        label={words.password}
        description={words.passwordHelp(shortest)}
        type="password"
        autoComplete="new-password"
        value={draft.password}
        onChange={(password) => change({ password })}
        maxLength={PASSWORD_LENGTH_MAX}
        error={passwordIsWeak ? words.passwordShort(shortest) : undefined}
        isRequired
      />
    </>
  );
}

function FirstPin({ founded: { me, pin } }: { readonly founded: Founded }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const goOn = () => {
    client.setQueryData(meQuery.queryKey, me);
    navigate('/set-up', { replace: true });
  };
  return (
    <div className="office-sign-in-card">
      <h1 ref={heading} tabIndex={-1}>
        {words.pinTitle(me.business)}
      </h1>
      <output className="office-secret num" aria-label={words.pin}>
        {pin}
      </output>
      <p>{words.pinLead}</p>
      <Button variant="go" size="large" isWide onPress={goOn}>
        {words.goOn}
      </Button>
    </div>
  );
}
