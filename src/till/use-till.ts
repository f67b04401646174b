/** The till as a whole: what is on disk, who is signed in, and the one basket. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OpenShift } from '../domain/shift.ts';
import { readCatalogueHead } from '../local-db/catalogue.ts';
import type { LocalDb } from '../local-db/open-local-db.ts';
import { readRosterHere } from '../local-db/people-here.ts';
import { readShift } from '../local-db/read-shift.ts';
import type { RecordedReceipt } from '../local-db/recorded-receipt.ts';
import { readUnshown } from '../local-db/unshown.ts';
import type { SaleDesk } from './sell/sale-desk.ts';
import { useSaleDesk } from './sell/use-sale-desk.ts';
import type { Person } from './till-context.ts';
import type { TillPorts } from './till-ports.ts';
import { tillStage, type Loaded, type TillStage } from './till-stage.ts';

export interface TillControl {
  readonly stage: TillStage;
  readonly desk: SaleDesk | null;
  readonly signIn: (person: Person) => void;
  readonly lock: () => void;
  readonly dismissUnshown: () => void;
  /** While a shift is being closed its figures stay on screen, whatever the database says meanwhile. */
  readonly keepShift: (shift: OpenShift | null) => void;
  /** Somebody practises while the till is locked. */
  readonly isPractising: boolean;
  readonly setPractising: (isPractising: boolean) => void;
}

/** @param atWork who is signed in from the start. */
export function useTill(ports: TillPorts, atWork: Person | null = null): TillControl {
  const { db } = ports;
  const disk = useDisk(db);
  const unshown = useUnshownAtStart(db);
  const [clerk, setClerk] = useState(atWork);
  const [isPractising, setPractising] = useState(false);
  const [kept, keepShift] = useState<OpenShift | null>(null);
  const desk = useSaleDesk(ports, disk.roster ?? null, disk.shift ?? null, clerk);
  const hasGoods = useHasGoods(desk);
  const shift = kept ?? disk.shift;
  const stage = tillStage({
    ...disk,
    lostTill: ports.lostTill,
    shift,
    unshown: unshown.receipt,
    clerk,
    hasGoods,
  });
  useStartProof(ports, stage.is !== 'starting');
  useIdleReport(ports, stage.is !== 'counter' && stage.is !== 'unshown' && !hasGoods && !isPractising);
  return {
    stage,
    desk,
    signIn: setClerk,
    lock: () => {
      desk?.send({ is: 'leave' });
      setClerk(null);
      keepShift(null);
    },
    dismissUnshown: unshown.dismiss,
    keepShift,
    isPractising,
    setPractising,
  };
}

/** Small records only, so that watching them costs nothing. */
function useDisk(db: LocalDb) {
  const roster = useLiveQuery(() => readRosterHere(db), [db]);
  const shift = useLiveQuery(() => readShift(db), [db]);
  const head = useLiveQuery(() => readCatalogueHead(db), [db]);
  return {
    roster,
    shift,
    hasCatalogue: head === undefined ? undefined : head !== null,
  };
}

interface Unshown {
  readonly receipt: Loaded<RecordedReceipt | null>;
  readonly dismiss: () => void;
}

/** Read once: a sale that is committed while the app runs is shown by the screen that committed it. */
function useUnshownAtStart(db: LocalDb): Unshown {
  const [receipt, setReceipt] = useState<Loaded<RecordedReceipt | null>>(undefined);
  const [broken, setBroken] = useState<{ readonly error: unknown } | null>(null);
  // The database answers later than the first drawing.
  useEffect(() => {
    let isWanted = true;
    readUnshown(db).then(
      (found) => {
        if (isWanted) setReceipt(found);
      },
      (error: unknown) => {
        if (isWanted) setBroken({ error });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [db]);
  // As a live query's: the screen around says what to do, and nobody waits for a start that never comes.
  if (broken !== null) throw broken.error;
  return {
    receipt,
    dismiss: () => {
      setReceipt(null);
    },
  };
}

const NOTHING = () => () => undefined;

function useHasGoods(desk: SaleDesk | null): boolean {
  return useSyncExternalStore(desk?.subscribe ?? NOTHING, () => (desk?.current().sale.lines.length ?? 0) > 0);
}

/** Until then the version before is kept. */
function useStartProof({ proveStart }: TillPorts, isDrawn: boolean): void {
  useEffect(() => {
    if (isDrawn) proveStart();
  }, [proveStart, isDrawn]);
}

/** An update of the app waits for this. */
function useIdleReport({ reportIdle }: TillPorts, isIdle: boolean): void {
  useEffect(() => {
    reportIdle(isIdle);
  }, [reportIdle, isIdle]);
}
