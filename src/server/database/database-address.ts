/** Where a database is and how to reach it; can be handed to another process as JSON. */
import type { ClientConfig } from 'pg';
import { z } from 'zod';

export const databaseAddressSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('socket'), folder: z.string(), person: z.string(), database: z.string() }),
  z.object({ is: z.literal('url'), url: z.string() }),
]);

export type DatabaseAddress = z.infer<typeof databaseAddressSchema>;

/** Our own cluster listens on no port; PostgreSQL only names its socket after this number. */
export const socketPort = 5432;

export function connectionOf(address: DatabaseAddress): ClientConfig {
  if (address.is === 'url') return { connectionString: address.url };
  return { host: address.folder, port: socketPort, user: address.person, database: address.database };
}

/** The same server and person, another database. */
export function withDatabase(address: DatabaseAddress, database: string): DatabaseAddress {
  if (address.is === 'socket') return { ...address, database };
  const url = new URL(address.url);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { is: 'url', url: url.href };
}
