/** The certificate a till presents to a server that does not know its key: ours, of this till, and newer or older than what is held. */
import type { FastifyRequest } from 'fastify';
import { decodeTillCertificate, verifyTillCertificate } from '../../journal/certificates.ts';
import type { TillCertificate } from '../../protocol/seal.ts';
import { TILL_CERTIFICATE_HEADER } from '../../protocol/till-messages.ts';
import type { EnrolledTill } from './enrolled-till.ts';

export interface Presented {
  /** `older`: the tablet was this till before another one took it over. */
  readonly is: 'news' | 'older';
  readonly certificate: TillCertificate;
}

/**
 * @param held the till as enrolled here, or null.
 * @returns null when none is presented, or it says what is known.
 */
export async function presentedCertificate(
  request: Pick<FastifyRequest, 'headers'>,
  held: EnrolledTill | null,
  till: string,
  root: string,
): Promise<Presented | null> {
  const header = request.headers[TILL_CERTIFICATE_HEADER];
  const certificate = typeof header === 'string' ? decodeTillCertificate(header) : null;
  if (certificate?.certificate.till !== till) return null;
  const { key, issued } = certificate.certificate;
  if (held?.publicKey === key || !(await verifyTillCertificate(certificate, root))) return null;
  return { is: held === null || held.enrolledAt < issued ? 'news' : 'older', certificate };
}
