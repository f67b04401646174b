/** A tablet without a screen: enrols, proves its requests, and believes only sealed answers, as the real one does. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { sha256Hex } from '../journal/digest.ts';
import { exportPublicKey, makeTillKey, sign } from '../journal/keys.ts';
import { makeProof } from '../journal/proof.ts';
import { encodePush } from '../journal/push-body.ts';
import { verifySeal, type SealVerdict } from '../journal/seal.ts';
import { enrolAnswerSchema, type EnrolAnswer } from '../protocol/enrol.ts';
import type { PushHeader } from '../protocol/push.ts';
import type { Proof } from '../protocol/proof.ts';
import {
  NONCE_HEADER,
  PROOF_HEADER,
  SEAL_CERTIFICATE_HEADER,
  SEAL_HEADER,
  TILL_ROUTES,
} from '../protocol/till-messages.ts';

export interface Heard {
  readonly status: number;
  readonly seal: SealVerdict;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Parsed where it is JSON. */
  readonly json: unknown;
}

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly target: string;
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the proof says otherwise than the truth. */
  readonly lie?: Partial<Proof>;
  /** Another key than the tablet's own. */
  readonly key?: CryptoKey;
}

export interface PaperTablet {
  readonly enrolment: EnrolAnswer;
  readonly key: CryptoKeyPair;
  /** Asks once; a stale nonce is the caller's to see. */
  readonly ask: (ask: Ask) => Promise<Heard>;
  readonly push: (
    header: PushHeader,
    lines: readonly string[],
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Heard>;
  readonly probe: (header: PushHeader) => Promise<Heard>;
  readonly pull: (stream: 'catalogue' | 'roster', cursor?: string) => Promise<Heard>;
}

export const NDJSON_GZIP = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };

/** Sends the enrolment request. @returns the answer as heard, and the key it was made with. */
export async function askToEnrol(
  app: FastifyInstance,
  code: string,
  { key: given, rekey }: { readonly key?: CryptoKeyPair; readonly rekey?: string } = {},
): Promise<{ heard: Heard; key: CryptoKeyPair }> {
  const key = given ?? (await makeTillKey());
  const requestNonce = freshNonce();
  const payload = {
    code,
    key: await exportPublicKey(key.publicKey),
    proof: await sign(key.privateKey, code),
    requestNonce,
    ...(rekey === undefined ? {} : { rekey }),
  };
  const answer = await app.inject({ method: 'POST', url: TILL_ROUTES.enrol, payload });
  const root = enrolAnswerSchema.safeParse(parse(answer.body)).data?.root ?? '';
  return { heard: await hear(answer, { till: '', requestNonce, route: TILL_ROUTES.enrol }, root), key };
}

/** @throws when the enrolment is refused. */
export async function enrolTablet(app: FastifyInstance, code: string): Promise<PaperTablet> {
  const { heard, key } = await askToEnrol(app, code);
  return tabletOf(app, enrolAnswerSchema.parse(heard.json), key);
}

export function tabletOf(app: FastifyInstance, enrolment: EnrolAnswer, key: CryptoKeyPair): PaperTablet {
  const { till, root } = enrolment;
  let serverNonce = '';

  const ask = async ({ method, target, body, headers, lie, key: otherKey }: Ask): Promise<Heard> => {
    const requestNonce = freshNonce();
    const proof = {
      till,
      method,
      target,
      requestNonce,
      serverNonce,
      bodyDigest: await sha256Hex(body ?? ''),
      ...lie,
    };
    const answer = await app.inject({
      method,
      url: target,
      headers: {
        'accept-encoding': 'gzip',
        ...headers,
        [PROOF_HEADER]: await makeProof(proof, otherKey ?? key.privateKey),
      },
      ...(body === undefined ? {} : { payload: Buffer.from(body) }),
    });
    const heard = await hear(answer, { till: proof.till, requestNonce, route: target }, root);
    const nonce = heard.headers[NONCE_HEADER];
    if (heard.seal === 'sealed' && typeof nonce === 'string') serverNonce = nonce;
    return heard;
  };
  /** As the real tablet: once more with the fresh nonce. */
  const askTwice = async (what: Ask): Promise<Heard> => {
    const first = await ask(what);
    return first.status === 401 && first.text.includes('use-nonce') ? ask(what) : first;
  };
  const send = (target: string, header: PushHeader, lines: readonly string[], headers = {}): Promise<Heard> =>
    askTwice({
      method: 'POST',
      target,
      body: gzipSync(encodePush(header, lines)),
      headers: { ...NDJSON_GZIP, ...headers },
    });

  return {
    enrolment,
    key,
    ask,
    push: (header, lines, headers) => send(TILL_ROUTES.push, header, lines, headers),
    probe: (header) => send(TILL_ROUTES.head, header, []),
    pull: (stream, cursor = '') =>
      askTwice({
        method: 'GET',
        target: `${TILL_ROUTES.pull}?stream=${stream}&cursor=${encodeURIComponent(cursor)}`,
      }),
  };
}

interface Injected {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly rawPayload: Buffer;
}

async function hear(
  answer: Injected,
  asked: { readonly till: string; readonly requestNonce: string; readonly route: string },
  root: string,
): Promise<Heard> {
  const { statusCode: status, headers } = answer;
  const text = unpacked(answer);
  const sealHeaders = {
    seal: textOf(headers[SEAL_HEADER]),
    certificate: textOf(headers[SEAL_CERTIFICATE_HEADER]),
  };
  const subject = { ...asked, status, bodyDigest: await sha256Hex(text) };
  return { status, seal: await verifySeal(sealHeaders, subject, root), headers, text, json: parse(text) };
}

function unpacked({ headers, rawPayload }: Injected): string {
  const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload;
  return bytes.toString('utf8');
}

function textOf(header: unknown): string | null {
  return typeof header === 'string' ? header : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page, or nothing.
    return undefined;
  }
}

function freshNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
}
