/** How this server was asked to run, from the environment and the command line; anything unclear is refused in words. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { LogForm } from './log/server-log.ts';

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly database: { readonly is: 'embedded' } | { readonly is: 'outside'; readonly url: string };
  /** The operator's secret for the canary business; null: nobody signs in to it. */
  readonly canaryPassword: string | null;
  /** The server's keys as `npm run keys -- print` writes them; null: the files of the data directory. */
  readonly serverKeys: string | null;
  /** The operator's secret for /metrics; null: there is no such route. */
  readonly metricsToken: string | null;
  /** How many proxies of the operator's stand before this server. */
  readonly trustedProxies: number;
  readonly log: LogForm;
  /** Builds the app first when its sources are newer than the last build. */
  readonly build: boolean;
  /** Creates the demo business in an empty database, and prints its sign-ins and a fresh enrolment code. */
  readonly demo: boolean;
  readonly faults:
    | { readonly is: 'absent' }
    /** `clockDay`: the server pretends to have started on this day, or null for today. */
    | { readonly is: 'onDemand'; readonly clockDay: string | null };
}

export type ReadConfiguration =
  | { readonly is: 'read'; readonly configuration: Configuration }
  | { readonly is: 'refused'; readonly because: string };

/** A value people type; empty means "not given", as shells and service settings write it. */
const givenText = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text.trim()));

const environmentSchema = z.object({
  PORT: givenText,
  HOST: givenText,
  DATA_DIR: givenText,
  DATABASE_URL: givenText,
  CANARY_PASSWORD: givenText,
  SERVER_KEYS: givenText,
  METRICS_TOKEN: givenText,
  TRUSTED_PROXIES: givenText,
  LOG: givenText,
  /** Azure App Service sets it, and puts one proxy before us. */
  WEBSITE_SITE_NAME: givenText,
  NODE_ENV: givenText,
});

type Environment = z.infer<typeof environmentSchema>;

const flags = {
  host: { type: 'string' },
  'demo-faults': { type: 'boolean', default: false },
  clock: { type: 'string' },
  build: { type: 'boolean', default: true },
  demo: { type: 'boolean', default: true },
} as const;

const portDefault = 4600;
const SECRET_LENGTH_MIN = 20;
const TRUSTED_PROXIES_MAX = 9;
const portMax = 65_535;

export function readConfiguration(
  environment: NodeJS.ProcessEnv,
  commandLine: readonly string[],
  directory: string,
): ReadConfiguration {
  const given = environmentSchema.parse(environment);
  const options = readFlags(commandLine);
  if (options.is === 'refused') return options;
  const port = readPort(given.PORT);
  if (port === undefined)
    return refused(`PORT is "${given.PORT ?? ''}"; it must be a whole number from 0 to 65535.`);
  const refusal =
    databaseRefusal(given.DATABASE_URL) ??
    secretRefusal('CANARY_PASSWORD', given.CANARY_PASSWORD) ??
    secretRefusal('METRICS_TOKEN', given.METRICS_TOKEN) ??
    settingRefusal(given) ??
    faultsRefusal(given, options.values);
  if (refusal !== undefined) return refused(refusal);
  return {
    is: 'read',
    configuration: {
      host: given.HOST ?? options.values.host ?? '127.0.0.1',
      port,
      dataDirectory: resolve(directory, given.DATA_DIR ?? 'data'),
      database:
        given.DATABASE_URL === undefined ? { is: 'embedded' } : { is: 'outside', url: given.DATABASE_URL },
      canaryPassword: given.CANARY_PASSWORD ?? null,
      serverKeys: given.SERVER_KEYS ?? null,
      metricsToken: given.METRICS_TOKEN ?? null,
      trustedProxies: proxiesOf(given),
      log: given.LOG === 'json' ? 'json' : 'words',
      build: options.values.build,
      demo: options.values.demo,
      faults: options.values['demo-faults']
        ? { is: 'onDemand', clockDay: options.values.clock ?? null }
        : { is: 'absent' },
    },
  };
}

type Flags = ReturnType<typeof parseFlags>;

function parseFlags(commandLine: readonly string[]) {
  return parseArgs({ args: [...commandLine], options: flags, allowNegative: true, strict: true }).values;
}

function readFlags(
  commandLine: readonly string[],
): { readonly is: 'flags'; readonly values: Flags } | { readonly is: 'refused'; readonly because: string } {
  try {
    return { is: 'flags', values: parseFlags(commandLine) };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return refused(
      `${because}\nKnown options: --host ADDRESS, --demo-faults, --clock DAY, --no-build, --no-demo.`,
    );
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return portDefault;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= portMax ? port : undefined;
}

/** Never repeats the address: it may hold a password. */
function databaseRefusal(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'postgres:' || protocol === 'postgresql:') return undefined;
  return 'DATABASE_URL must be an address like postgres://name:password@host:5432/database. Only PostgreSQL works.';
}

function secretRefusal(name: string, secret: string | undefined): string | undefined {
  if (secret === undefined || secret.length >= SECRET_LENGTH_MIN) return undefined;
  return `${name} must have ${String(SECRET_LENGTH_MIN)} characters or more: whoever knows it gets in.`;
}

function settingRefusal({ LOG, TRUSTED_PROXIES }: Environment): string | undefined {
  if (LOG !== undefined && LOG !== 'json' && LOG !== 'words')
    return `LOG is "${LOG}"; it must be words or json.`;
  if (TRUSTED_PROXIES === undefined || /^\d$/.test(TRUSTED_PROXIES)) return undefined;
  return `TRUSTED_PROXIES is "${TRUSTED_PROXIES}"; it must be a number from 0 to ${String(TRUSTED_PROXIES_MAX)}.`;
}

function proxiesOf({ TRUSTED_PROXIES, WEBSITE_SITE_NAME }: Environment): number {
  return Number(TRUSTED_PROXIES ?? (WEBSITE_SITE_NAME === undefined ? 0 : 1));
}

function faultsRefusal(given: Environment, values: Flags): string | undefined {
  if (values.clock !== undefined && !values['demo-faults']) {
    return '--clock changes what day the server believes it is, so it is accepted only beside --demo-faults.';
  }
  if (values.clock !== undefined && !isDay(values.clock)) {
    return `--clock is "${values.clock}"; it must be a day such as 2011-06-08.`;
  }
  if (values['demo-faults'] && given.NODE_ENV === 'production') {
    return '--demo-faults breaks the server on purpose and is refused while NODE_ENV is production.';
  }
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function refused(because: string): { readonly is: 'refused'; readonly because: string } {
  return { is: 'refused', because };
}
