/** Every migration of the server's database, in the order of its name; a released one never changes. */
import type { MigrationList } from '../database/migrate-database.ts';

export const migrationList: MigrationList = {};
