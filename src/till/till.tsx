/** The clerk's side of Evertill: one face at a time, decided from what is on disk and who is signed in. */
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { PageInLanguage } from './language/in-language.tsx';
import { languageOf } from './language/languages.ts';
import { NOBODY, usePersonSettings, type PersonSettings } from './person-settings.ts';
import { useDrill } from './drill/use-drill.ts';
import { fetchLateParts, latePart } from '../ui/late-part.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Counter } from './counter/counter.tsx';
import { LockScreen } from './lock/lock-screen.tsx';
import { UnshownScreen } from './paid/unshown-screen.tsx';
import { makeShopFormat } from './shop-format.ts';
import {
  PortsContext,
  ShopContext,
  SignedInContext,
  useWords,
  type Person,
  type Roster,
} from './till-context.ts';
import type { TillPorts } from './till-ports.ts';
import type { TillStage } from './till-stage.ts';
import { useTill, type TillControl } from './use-till.ts';
import './till.css';

/** What a till needs once a day, or once in its life, is no part of what it must load to sell. */
const OpenShiftScreen = latePart(
  async () => (await import('./shift/open-shift-screen.tsx')).OpenShiftScreen,
  ({ onLock }) => onLock,
);
const FirstCatalogueScreen = latePart(
  async () => (await import('./enrol/first-catalogue-screen.tsx')).FirstCatalogueScreen,
);
const Practice = latePart(
  async () => (await import('./practice/practice.tsx')).Practice,
  ({ onLeave }) => onLeave,
);
const EnrolScreen = lazy(async () => ({ default: (await import('./enrol/enrol-screen.tsx')).EnrolScreen }));
const LostTillScreen = lazy(async () => ({
  default: (await import('./enrol/lost-till-screen.tsx')).LostTillScreen,
}));

export function Till({ ports }: { readonly ports: TillPorts }) {
  useLateParts();
  return (
    <PortsContext value={ports}>
      <Suspense fallback={<Starting />}>
        <TillFace ports={ports} />
      </Suspense>
    </PortsContext>
  );
}

function TillFace({ ports }: { readonly ports: TillPorts }) {
  const till = useTill(ports);
  const { stage } = till;
  if (stage.is === 'starting') return <Starting />;
  if (stage.is === 'enrol')
    return (
      <InBrowserLanguage>
        <EnrolScreen />
      </InBrowserLanguage>
    );
  if (stage.is === 'lost') {
    return (
      <InBrowserLanguage>
        <LostTillScreen till={stage.till} />
      </InBrowserLanguage>
    );
  }
  return (
    <InShop roster={stage.roster} person={'clerk' in stage ? stage.clerk : null}>
      <ShopFace stage={stage} till={till} />
    </InShop>
  );
}

/** Nobody's shop yet: the tablet's own language is the best guess. */
function InBrowserLanguage({ children }: { readonly children: React.ReactNode }) {
  return (
    <PageInLanguage language={languageOf(navigator.language)} locale={navigator.language}>
      {children}
    </PageInLanguage>
  );
}

interface InShopProps {
  readonly roster: Roster;
  /** Who is signed in; null while the till is locked. */
  readonly person: Person | null;
  readonly children: React.ReactNode;
}

function InShop({ roster, person, children }: InShopProps) {
  const { locale } = roster.policy;
  const { language, hand } = usePersonSettings(person?.id ?? NOBODY);
  useHand(hand);
  const shop = useMemo(() => ({ roster, format: makeShopFormat(roster.policy) }), [roster]);
  return (
    <PageInLanguage language={language ?? languageOf(locale)} locale={locale}>
      <ShopContext value={shop}>
        <SignedInContext value={person}>
          <Band />
          {children}
        </SignedInContext>
      </ShopContext>
    </PageInLanguage>
  );
}

/** Loaded when a drill runs: most days none does. */
const DrillBand = latePart(async () => (await import('./drill/drill-band.tsx')).DrillBand);

function Band() {
  const drill = useDrill();
  return drill === null ? null : <DrillBand drill={drill} />;
}

/** On the page itself, so that every screen's own CSS can follow. */
function useHand(hand: PersonSettings['hand']): void {
  useEffect(() => {
    document.documentElement.dataset['hand'] = hand;
  }, [hand]);
}

interface ShopFaceProps {
  readonly stage: Exclude<TillStage, { is: 'starting' | 'enrol' | 'lost' }>;
  readonly till: TillControl;
}

function ShopFace({ stage, till }: ShopFaceProps) {
  switch (stage.is) {
    case 'firstCatalogue':
      return <FirstCatalogueScreen />;
    case 'unshown':
      return <UnshownScreen receipt={stage.receipt} onGoOn={till.dismissUnshown} />;
    case 'locked':
      return <LockedFace till={till} />;
    case 'openShift':
      return <OpenShiftScreen clerk={stage.clerk} onLock={till.lock} />;
    case 'counter':
      return till.desk === null ? (
        <Starting />
      ) : (
        <Counter clerk={stage.clerk} shift={stage.shift} desk={till.desk} till={till} />
      );
  }
}

/** Who practises is nobody to the till. */
function LockedFace({ till }: { readonly till: TillControl }) {
  const { signIn, isPractising, setPractising } = till;
  if (isPractising) return <Practice onLeave={() => setPractising(false)} />;
  return <LockScreen onSignedIn={signIn} onPractise={() => setPractising(true)} />;
}

/** All at once from the start, not when each is first asked for: a new tablet may lose the server in its first minute. */
function useLateParts(): void {
  // Fetching parts of the app is the browser's business.
  useEffect(() => {
    const leaving = new AbortController();
    void fetchLateParts(leaving.signal);
    return () => {
      leaving.abort();
    };
  }, []);
}

function Starting() {
  const words = useWords();
  return (
    <main className="till-starting">
      <Spinner label={words.starting} />
    </main>
  );
}
