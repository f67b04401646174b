/** Reads and keeps what the till last heard of the server. */
import type { Contact } from './contact.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';

export async function readContact(db: LocalDb): Promise<Contact | null> {
  return (await db.relaxed.contacts.get(ONLY))?.value ?? null;
}

/** Relaxed: the one before it does no harm. */
export async function saveContact(db: LocalDb, contact: Contact): Promise<void> {
  await db.relaxed.contacts.put({ key: ONLY, value: contact });
}
