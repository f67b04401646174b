/** A tablet becomes a till, or takes the place of one whose storage died: a key of its own, a certificate, a roster, the first fact. */
import { signTillCertificate } from '../journal/certificates.ts';
import { exportPublicKey, makeTillKey } from '../journal/keys.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import { startBranch } from '../local-db/start-branch.ts';
import type { TillCertificate } from '../protocol/seal.ts';
import { seriesOf } from '../server/till-plane/series-of.ts';
import { TRIAL_DAY } from '../testing/trial-shop.ts';
import { epochOf, type HeadOffice } from './head-office.ts';
import { BUSINESS, rosterFor, SHOP } from './office-pull.ts';
import type { Shop } from './simulated-shop.ts';
import type { Tablet } from './simulated-tablet.ts';
import { addRow } from './tablet-journal.ts';
import { NOT_REVOKED, type TillRecord } from './till-record.ts';

/** A manager's code binds a new key to the till; what it holds stays where it is. */
export async function bindNewKey(
  { world, office, foreign }: Shop,
  { name: till, disk }: Tablet,
): Promise<TillRecord> {
  const key = await makeTillKey();
  const publicKey = await exportPublicKey(key.publicKey);
  const issued = world.now();
  const before = office.tables.tills.get(till);
  const enrolments = (before?.enrolments ?? 0) + 1;
  const fresh = { till, reported: 0, revocation: NOT_REVOKED };
  const record = { ...fresh, ...before, publicKey, enrolments, enrolledAt: issued, issued };
  for (const there of before === undefined ? [office, foreign] : [office])
    there.tables.tills.set(till, record);
  const enrolment: Enrolment = {
    till,
    tillName: till,
    business: BUSINESS,
    shop: SHOP,
    series: seriesFor(record),
    root: office.keys.root,
    certificate: await certificateFor(office, record, publicKey),
    key,
    pepper: office.keys.nonce,
  };
  const roster = await rosterFor(office.tables, office.keys, till, epochOf(office), issued);
  Object.assign(disk.tables.singles, { enrolment, roster });
  return record;
}

export async function enrolTablet(shop: Shop, tablet: Tablet): Promise<void> {
  const { till, issued, enrolments } = await bindNewKey(shop, tablet);
  const { tables } = tablet.disk;
  const { enrolment, roster } = tables.singles;
  if (enrolment === null || roster === null)
    throw new RangeError('a tablet that was just enrolled is a till');
  const moment = { wall: issued, mono: 0, anchored: issued, day: TRIAL_DAY };
  const unknown = { signIn: 'unknown', sending: 'unknown' } as const;
  const acting = { staff: 'till', how: 'till', moment, link: unknown, app: tablet.appVersion } as const;
  let ids = 0;
  const newId = (): string => `${till}-first-${String(enrolments)}-${String(issued)}-${String((ids += 1))}`;
  const { row, branch } = await startBranch(enrolment, roster.roster, null, acting, newId);
  addRow(tables, row);
  tables.branches.set(branch.inc, branch);
}

/** Also anew, under another root. */
export function certificateFor(
  { keys }: HeadOffice,
  record: TillRecord,
  key: string,
): Promise<TillCertificate> {
  const { till, issued } = record;
  const claims = { kind: 'till', till, business: BUSINESS, shop: SHOP, key, issued } as const;
  const { privateKey, certificate: by } = keys.online;
  return signTillCertificate({ ...claims, series: seriesFor(record) }, privateKey, by);
}

function seriesFor({ till, enrolments }: TillRecord): string {
  return seriesOf(`A${till.slice('till-'.length)}`, enrolments - 1);
}
