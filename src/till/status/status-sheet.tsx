/** Behind the pill: what works, what waits on this device, what is limited, and what this till is. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { readCatalogueHead } from '../../local-db/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useSound } from '../../ui/use-sound.ts';
import { useFormat, usePorts, useShop, useWords } from '../till-context.ts';
import type { CapabilityStatus, LinkStatus } from '../till-ports.ts';
import { ReadinessLight } from '../ready/readiness-light.tsx';
import { ThisTill } from '../this-till/this-till.tsx';
import { MySettings } from './my-settings.tsx';
import type { TillStatus } from './use-status.ts';

interface StatusSheetProps {
  readonly status: TillStatus;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function StatusSheet({ status, isOpen, onClose }: StatusSheetProps) {
  const words = useWords().status;
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={words.title}
      place="side"
      footer={<TryNow />}
      className="status-sheet"
    >
      <StatusBody status={status} />
    </Sheet>
  );
}

function StatusBody({ status }: { readonly status: TillStatus }) {
  const { view, link } = status;
  return (
    <div className="status-body">
      {view.sentence !== null && (
        <Notice tone={view.tone} icon={view.icon}>
          {view.sentence}
        </Notice>
      )}
      <TroubleDetail link={link} />
      <Waiting status={status} />
      <Capabilities link={link} />
      <Device />
      <MySettings />
      <About status={status} />
      <ThisTill status={status} />
    </div>
  );
}

function TroubleDetail({ link }: { readonly link: LinkStatus }) {
  const words = useWords().status;
  return (
    <>
      {link.trouble?.detail && <p className="status-soft">{words.detail(link.trouble.detail)}</p>}
      {link.isClockInDoubt && <p className="status-soft">{words.clockDoubt}</p>}
    </>
  );
}

function Device() {
  const words = useWords().status;
  return (
    <section className="status-device">
      <h3>{words.device}</h3>
      <ReadinessLight />
    </section>
  );
}

function Waiting({ status }: { readonly status: TillStatus }) {
  const words = useWords().status;
  const format = useFormat();
  const { sales, value } = status.waiting;
  return (
    <section className="status-waiting" data-none={sales === 0 || undefined}>
      <h3>{words.waitingTitle}</h3>
      {sales === 0 ? (
        <p className="status-soft">{words.waitingNone}</p>
      ) : (
        <>
          <p className="status-waiting-sum">{words.waiting(sales, format.money(value))}</p>
          <p className="status-soft">{words.waitingLead}</p>
        </>
      )}
    </section>
  );
}

const CAPABILITIES = ['sending', 'signIn', 'catalogue'] as const;

function Capabilities({ link }: { readonly link: LinkStatus }) {
  return (
    <ul className="status-capabilities">
      {CAPABILITIES.map((name) => (
        <CapabilityRow key={name} name={name} capability={link[name]} />
      ))}
    </ul>
  );
}

interface CapabilityRowProps {
  readonly name: (typeof CAPABILITIES)[number];
  readonly capability: CapabilityStatus;
}

function CapabilityRow({ name, capability }: CapabilityRowProps) {
  const words = useWords().status;
  const isDown = capability.is === 'down';
  return (
    <li className="status-capability" data-down={isDown || undefined}>
      <Icon name={CAPABILITY_ICON[capability.is]} size={24} />
      <div>
        <strong>{words.capability[name]}</strong>
        <span className="status-soft">{useCapabilityWords(capability)}</span>
        {isDown && <span className="status-soft">{words.capabilityNote[name]}</span>}
      </div>
    </li>
  );
}

const CAPABILITY_ICON: Readonly<Record<CapabilityStatus['is'], IconName>> = {
  up: 'check',
  down: 'cloud-off',
  unknown: 'clock',
};

function useCapabilityWords(capability: CapabilityStatus): string {
  const words = useWords().status;
  const format = useFormat();
  switch (capability.is) {
    case 'unknown':
      return words.notYet;
    case 'up':
      return words.works(words.last(format.weekdayTime(capability.lastContact)));
    case 'down': {
      const last =
        capability.lastContact === null
          ? words.never
          : words.last(format.weekdayTime(capability.lastContact));
      return `${words.down(format.weekdayTime(capability.since))} · ${last}`;
    }
  }
}

function About({ status }: { readonly status: TillStatus }) {
  const words = useWords().status;
  const { app, db } = usePorts();
  const { roster, format } = useShop();
  const head = useLiveQuery(() => readCatalogueHead(db), [db]) ?? null;
  const { lease } = status.link;
  const { rows } = words;
  const products = head === null ? '–' : words.version(head.version);
  const leaseWords = lease.is === 'over' ? words.leaseOverShort : format.dateTime(lease.until);
  const people = `${words.version(roster.version)} · ${format.dateTime(roster.issued)}`;
  return (
    <section>
      <h3>{words.about}</h3>
      <dl className="status-about">
        <Row label={rows.till} value={`${roster.tillName} · ${status.journal?.series ?? ''}`} />
        <Row label={rows.last} value={status.journal?.lastReceipt ?? '–'} />
        <Row label={rows.products} value={products} />
        <Row label={rows.people} value={people} />
        <Row label={rows.lease} value={leaseWords} />
        <Row label={rows.app} value={app} />
      </dl>
      <SoundSwitch />
    </section>
  );
}

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function SoundSwitch() {
  const words = useWords().status;
  const { isMuted, setMuted } = useSound();
  return <Switch label={words.sound} isOn={!isMuted} onChange={(isOn) => setMuted(!isOn)} />;
}

/** How long the button says that it is trying: long enough to be read. */
const TRYING_MS = 1_500;

function TryNow() {
  const words = useWords().status;
  const { link } = usePorts();
  const [isTrying, setTrying] = useState(false);
  const tryNow = () => {
    link.tryNow();
    setTrying(true);
    setTimeout(() => {
      setTrying(false);
    }, TRYING_MS);
  };
  return (
    <Button variant="go" size="large" icon="refresh" isPending={isTrying} onPress={tryNow}>
      {isTrying ? words.trying : words.tryNow}
    </Button>
  );
}
