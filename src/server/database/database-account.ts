/**
 * Which operating-system account PostgreSQL runs as. It refuses to run as root, so root hands it to an account that
 * already exists; everyone else runs it as themselves.
 */
import { stat } from 'node:fs/promises';
import { CannotStart } from './cannot-start.ts';
import { runProgram } from './run-program.ts';

export interface OtherAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** `undefined` means the account this process runs as. */
export type DatabaseAccount = OtherAccount | undefined;

const accountNames = ['postgres', 'nobody'];

export async function chooseDatabaseAccount(existingHome: string): Promise<DatabaseAccount> {
  const uid = process.getuid?.();
  if (uid === undefined)
    throw new CannotStart(
      'The built-in database does not run on this system. Set DATABASE_URL to a PostgreSQL.',
    );
  const owner = await ownerOf(existingHome);
  if (uid !== 0) return ourselves(uid, owner?.uid, existingHome);
  if (owner !== undefined && owner.uid !== 0) return owner;
  return firstExistingAccount();
}

async function ourselves(uid: number, ownerUid: number | undefined, home: string): Promise<DatabaseAccount> {
  if (ownerUid !== undefined && ownerUid !== uid) {
    throw new CannotStart(
      `The database files in ${home} belong to another account (uid ${String(ownerUid)}). ` +
        'Start Evertill the way it was started before, or set DATA_DIR to a folder of your own.',
    );
  }
  const named = await runProgram('id', ['-un']);
  if (named.is === 'finished' && named.code !== 0) {
    throw new CannotStart(
      `The account with uid ${String(uid)} has no name on this system, and PostgreSQL refuses to run without one. ` +
        'Start Evertill as a named account, or set DATABASE_URL.',
    );
  }
  return undefined;
}

async function ownerOf(path: string): Promise<OtherAccount | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined
    ? undefined
    : { name: `uid ${String(found.uid)}`, uid: found.uid, gid: found.gid };
}

async function firstExistingAccount(): Promise<OtherAccount> {
  for (const name of accountNames) {
    const uid = await numberFromId('-u', name);
    const gid = await numberFromId('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid };
  }
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and neither the account "postgres" nor "nobody" exists here. ' +
      'Start Evertill as a plain account, or set DATABASE_URL.',
  );
}

async function numberFromId(option: '-u' | '-g', name: string): Promise<number | undefined> {
  const result = await runProgram('id', [option, name]);
  if (result.is !== 'finished' || result.code !== 0) return undefined;
  const number = Number(result.output.trim());
  return Number.isSafeInteger(number) ? number : undefined;
}
