/** Every migration of the server's database, in the order of its name; a released one never changes. */
import type { MigrationList } from '../database/migrate-database.ts';
import * as reference from './0001-reference.ts';
import * as ledger from './0002-ledger.ts';
import * as projections from './0003-projections.ts';
import * as grants from './0004-grants.ts';
import * as healing from './0005-healing.ts';
import * as quarantined from './0006-quarantined.ts';
import * as readAgain from './0007-read-again.ts';
import * as counter from './0008-counter.ts';
import * as doubt from './0009-doubt.ts';
import * as peopleTold from './0010-people-told.ts';
import * as settlements from './0011-settlements.ts';
import * as drawers from './0012-drawers.ts';
import * as hints from './0014-hints.ts';
import * as canary from './0015-canary.ts';
import * as reading from './0016-reading.ts';
import * as firstPasswords from './0017-first-passwords.ts';
import * as drills from './0020-drills.ts';
import * as businessesApart from './0030-businesses-apart.ts';
import * as catalogueImport from './0031-catalogue-import.ts';
import * as cards from './0032-cards.ts';
import * as secondFactor from './0033-second-factor.ts';
import * as setUp from './0040-set-up.ts';
import * as spareCodes from './0050-spare-codes.ts';
import * as receiptsOfASeries from './0051-receipts-of-a-series.ts';

export const migrationList: MigrationList = {
  '0001-reference': reference,
  '0002-ledger': ledger,
  '0003-projections': projections,
  '0004-grants': grants,
  '0005-healing': healing,
  '0006-quarantined': quarantined,
  '0007-read-again': readAgain,
  '0008-counter': counter,
  '0009-doubt': doubt,
  '0010-people-told': peopleTold,
  '0011-settlements': settlements,
  '0012-drawers': drawers,
  '0014-hints': hints,
  '0015-canary': canary,
  '0016-reading': reading,
  '0017-first-passwords': firstPasswords,
  '0020-drills': drills,
  '0030-businesses-apart': businessesApart,
  '0031-catalogue-import': catalogueImport,
  '0032-cards': cards,
  '0033-second-factor': secondFactor,
  '0040-set-up': setUp,
  '0050-spare-codes': spareCodes,
  '0051-receipts-of-a-series': receiptsOfASeries,
};
