/** Names of the till plane's routes and of the headers every one of them carries. */
export const TILL_ROUTES = {
  push: '/api/v1/push',
  pull: '/api/v1/pull',
  head: '/api/v1/head',
  enrol: '/api/v1/enrol',
  hole: '/api/v1/hole',
  repin: '/api/v1/repin',
  import: '/api/v1/import',
  parked: '/api/v1/parked',
  claim: '/api/v1/claim',
  hints: '/api/v1/hints',
} as const;

export const PEOPLE_PREFIX = '/api/v1/people';

/** Request: the till's proof (see proof.ts). Also carries the request nonce that the seal answers. */
export const PROOF_HEADER = 'evertill-proof';
/** Request: base64url JSON of the till's certificate, for a server that lost the enrolment in a restore. */
export const TILL_CERTIFICATE_HEADER = 'evertill-till-certificate';
/** Answer: base64url P-256 signature over the canonical seal subject (see seal.ts). */
export const SEAL_HEADER = 'evertill-seal';
/** Answer: base64url JSON of the online key's certificate. */
export const SEAL_CERTIFICATE_HEADER = 'evertill-seal-certificate';
/** Answer: the next server nonce. */
export const NONCE_HEADER = 'evertill-nonce';
/** People plane, request and answer: our own random nonce, echoed by the real server. */
export const ECHO_HEADER = 'evertill-echo';
