/** Argon2id of an office password, as PHC text with its own salt and parameters. */
import { hash } from '@node-rs/argon2';

/** OWASP's first choice for Argon2id: 46 MiB, one pass. */
const PASSWORD_PARAMETERS = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PASSWORD_PARAMETERS);
}
