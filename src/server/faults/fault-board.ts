/** Which faults are switched on, and the messages that switch them: `/api/v1/lab/faults`. */
import * as z from 'zod/mini';

export const FAULT_TARGETS = ['login', 'sending', 'catalogue', 'everything'] as const;
export const FAULT_KINDS = [
  /** Internal Server Error, as a page. */
  '500',
  '503',
  '400',
  /** A page in place of what was asked. */
  'html200',
  'empty401',
  /** To a sign-in page, as a captive portal does. */
  'redirect',
  /** JSON that ends in the middle. */
  'truncated',
  /** No answer at all, for a while. */
  'hang',
  /** The work is done, the answer is lost. */
  'loseReply',
] as const;
export const PEOPLE_PLANE_FAULTS = ['throwAtStart', 'answers500', 'hangs', 'poolExhausted'] as const;

const none = z.literal('none');
const kindSchema = z.union([none, z.enum(FAULT_KINDS)]);
const peoplePlaneSchema = z.union([none, z.enum(PEOPLE_PLANE_FAULTS)]);

export type FaultTarget = (typeof FAULT_TARGETS)[number];
export type FaultKind = (typeof FAULT_KINDS)[number];
export type PeoplePlaneFault = z.infer<typeof peoplePlaneSchema>;

/** POST: one switch. */
export const setFaultSchema = z.discriminatedUnion('target', [
  z.object({ target: z.enum(FAULT_TARGETS), kind: kindSchema }),
  z.object({ target: z.literal('peoplePlane'), kind: peoplePlaneSchema }),
]);

/** GET, and the answer of POST and DELETE (which switches all off): every switch. */
export const faultsSchema = z.object({
  login: kindSchema,
  sending: kindSchema,
  catalogue: kindSchema,
  everything: kindSchema,
  peoplePlane: peoplePlaneSchema,
});
export type Faults = z.infer<typeof faultsSchema>;

export const NO_FAULTS: Faults = {
  login: 'none',
  sending: 'none',
  catalogue: 'none',
  everything: 'none',
  peoplePlane: 'none',
};

const targetOfPrefix: readonly (readonly [string, FaultTarget])[] = [
  ['/api/v1/people/', 'login'],
  ['/api/v1/push', 'sending'],
  ['/api/v1/head', 'sending'],
  ['/api/v1/pull', 'catalogue'],
];
/** What must work in the worst case: the lab itself, and what a process manager asks. */
const untouched = ['/lab', '/api/v1/lab/', '/healthz', '/readyz', '/deployz'];

/** The fault a request meets, or null. */
export function faultFor(faults: Faults, path: string): FaultKind | null {
  if (untouched.some((prefix) => path.startsWith(prefix))) return null;
  const target = targetOfPrefix.find(([prefix]) => path.startsWith(prefix))?.[1];
  const own = target === undefined ? 'none' : faults[target];
  if (own !== 'none') return own;
  return faults.everything === 'none' ? null : faults.everything;
}
