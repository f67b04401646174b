/** The clerk's side of Evertill: one face at a time, decided from what is on disk and who is signed in. */
import { lazy, Suspense, useMemo } from 'react';
import { latePart } from '../ui/late-part.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Counter } from './counter/counter.tsx';
import { LockScreen } from './lock/lock-screen.tsx';
import { UnshownScreen } from './paid/unshown-screen.tsx';
import { makeShopFormat } from './shop-format.ts';
import { PortsContext, ShopContext, useWords, WordsContext, type Roster } from './till-context.ts';
import type { TillPorts } from './till-ports.ts';
import type { TillStage } from './till-stage.ts';
import { useTill, type TillControl } from './use-till.ts';
import { en } from './words/en.ts';
import './till.css';

/** What a till needs once a day, or once in its life, is no part of what it must load to sell. */
const OpenShiftScreen = latePart(async () => (await import('./shift/open-shift-screen.tsx')).OpenShiftScreen);
const FirstCatalogueScreen = lazy(async () => ({
  default: (await import('./enrol/first-catalogue-screen.tsx')).FirstCatalogueScreen,
}));
const EnrolScreen = lazy(async () => ({ default: (await import('./enrol/enrol-screen.tsx')).EnrolScreen }));
const LostTillScreen = lazy(async () => ({
  default: (await import('./enrol/lost-till-screen.tsx')).LostTillScreen,
}));

export function Till({ ports }: { readonly ports: TillPorts }) {
  return (
    <PortsContext value={ports}>
      <WordsContext value={en}>
        <Suspense fallback={<Starting />}>
          <TillFace ports={ports} />
        </Suspense>
      </WordsContext>
    </PortsContext>
  );
}

function TillFace({ ports }: { readonly ports: TillPorts }) {
  const till = useTill(ports);
  const { stage } = till;
  if (stage.is === 'starting') return <Starting />;
  if (stage.is === 'enrol') return <EnrolScreen />;
  if (stage.is === 'lost') return <LostTillScreen tillName={stage.tillName} />;
  return (
    <InShop roster={stage.roster}>
      <ShopFace stage={stage} till={till} />
    </InShop>
  );
}

interface InShopProps {
  readonly roster: Roster;
  readonly children: React.ReactNode;
}

function InShop({ roster, children }: InShopProps) {
  const shop = useMemo(() => ({ roster, format: makeShopFormat(roster.policy) }), [roster]);
  return <ShopContext value={shop}>{children}</ShopContext>;
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
      return <LockScreen onSignedIn={till.signIn} />;
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

function Starting() {
  const words = useWords();
  return (
    <main className="till-starting">
      <Spinner label={words.starting} />
    </main>
  );
}
