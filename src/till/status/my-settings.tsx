/** How the person at the till likes it: their language, and the side the basket lies on. */
import { useContext } from 'react';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { LANGUAGE_NAMES, languageOf } from '../language/languages.ts';
import { LANGUAGES } from '../language/spoken-language.ts';
import { changePersonSettings, usePersonSettings } from '../person-settings.ts';
import { SignedInContext, useShop, useWords, type Person } from '../till-context.ts';

export function MySettings() {
  const person = useContext(SignedInContext);
  return person === null ? null : <SettingsOf person={person} />;
}

function SettingsOf({ person }: { readonly person: Person }) {
  const words = useWords().status.mine;
  const { policy } = useShop().roster;
  const { language, hand } = usePersonSettings(person.id);
  return (
    <section className="status-mine">
      <h3>{words.title(person.name)}</h3>
      <SegmentedControl
        label={words.language}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language ?? languageOf(policy.locale)}
        onChange={(chosen) => {
          changePersonSettings(person.id, { language: chosen });
        }}
        look="joined"
      />
      <SegmentedControl
        label={words.layout}
        options={(['right', 'left'] as const).map((value) => ({ value, label: words.hand[value] }))}
        value={hand}
        onChange={(chosen) => {
          changePersonSettings(person.id, { hand: chosen });
        }}
        look="joined"
      />
    </section>
  );
}
