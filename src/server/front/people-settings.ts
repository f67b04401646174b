/** What the front tells the people plane's process: one environment variable, parsed at the process's edge. */
import { z } from 'zod';
import { databaseAddressSchema } from '../database/database-address.ts';

const peopleSettingsSchema = z.object({
  /** The people plane listens here and nowhere else. */
  socketPath: z.string(),
  database: databaseAddressSchema,
  keysFolder: z.string(),
  /** Added to the real time; not 0 only in a drill. */
  clockOffsetMs: z.number(),
});

export type PeopleSettings = z.infer<typeof peopleSettingsSchema>;

export const peopleSettingsVariable = 'EVERTILL_PEOPLE_SETTINGS';

export function readPeopleSettings(environment: NodeJS.ProcessEnv = process.env): PeopleSettings {
  const text = environment[peopleSettingsVariable] ?? 'null';
  return peopleSettingsSchema.parse(JSON.parse(text));
}
