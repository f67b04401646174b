/** The folder that holds all a server keeps: database, keys, its clock in a drill. */
import { chmod, mkdir } from 'node:fs/promises';

/** Others may pass through it (the database's account must); what is private in it is closed by itself. */
export async function makeDataDirectory(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await chmod(folder, 0o711);
}
