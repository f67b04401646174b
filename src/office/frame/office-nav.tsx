/** The office's way round: at the side on a desk, along the top on a phone. */
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { Me } from '../../protocol/people-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { accountWords } from '../account/account-words.ts';
import { actsWords } from '../acts/acts-words.ts';
import { rulesWords } from '../rules/rules-words.ts';
import { setUpWords } from '../set-up/set-up-words.ts';
import { staffWords } from '../staff/staff-words.ts';
import { useSetUpLeft } from '../set-up/use-set-up-left.ts';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { Chooser } from './chooser.tsx';
import { useSignOut } from './use-sign-out.ts';

export interface OfficeNavProps {
  readonly me: Me;
  readonly shop: string | null;
}

interface NavScreen {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
}

const words = officeWords.nav;

const SCREENS = [
  { path: '/', name: words.reconcile, icon: 'reconcile' },
  { path: '/sales', name: words.sales, icon: 'receipt' },
  { path: '/reports', name: words.reports, icon: 'sales' },
  { path: '/catalogue', name: words.catalogue, icon: 'tag' },
  { path: '/tills', name: words.tills, icon: 'tills' },
  { path: '/staff', name: staffWords.title, icon: 'people' },
  { path: '/rules', name: rulesWords.title, icon: 'settings' },
  { path: '/changes', name: actsWords.nav, icon: 'pencil' },
  { path: '/account', name: accountWords.nav, icon: 'key' },
] as const satisfies readonly NavScreen[];
const SET_UP = { path: '/set-up', name: setUpWords.nav, icon: 'office' } as const satisfies NavScreen;

export function OfficeNav({ me, shop }: OfficeNavProps) {
  const place = usePlace();
  const { signOut, isPending } = useSignOut();
  const left = useSetUpLeft(me, shop);
  return (
    <header className="office-bar">
      <div className="office-brand">
        <Mark size={30} />
        <span>evertill</span>
      </div>
      <nav className="office-nav" aria-label={words.label}>
        {left === 'open' && <NavLink {...SET_UP} />}
        {SCREENS.map((screen) => (
          <NavLink key={screen.path} {...screen} />
        ))}
        {left === 'skipped' && <NavLink {...SET_UP} />}
      </nav>
      <div className="office-who">
        {me.shops.length > 1 && (
          <Chooser
            label={words.shop}
            value={shop ?? ''}
            options={me.shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => place.go('/', { shop: chosen, day: null })}
          />
        )}
        <p className="office-me">
          <b>{me.name}</b>
          <span>{me.business}</span>
          {me.kind === 'demo' && <small>{setUpWords.demoShop}</small>}
        </p>
        {me.kind === 'demo' && (
          <Link className="office-link" href="/set-up/new">
            {setUpWords.first.own}
          </Link>
        )}
        <Button variant="quiet" size="small" onPress={signOut} isPending={isPending}>
          {words.signOut}
        </Button>
      </div>
    </header>
  );
}

function NavLink({ path, name, icon }: NavScreen) {
  const place = usePlace();
  const [location] = useLocation();
  const isHere = path === '/' ? location === '/' : location.startsWith(path);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // On a phone the way round is wider than the screen.
    if (isHere) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isHere]);
  return (
    <Link
      href={place.to(path)}
      ref={link}
      className="office-nav-link"
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon name={icon} size={20} />
      <span>{name}</span>
    </Link>
  );
}
