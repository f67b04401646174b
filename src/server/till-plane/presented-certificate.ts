/** The certificate a till presents to a server that forgot it: ours, of this till, and newer than what is held. */
import type { FastifyRequest } from 'fastify';
import { decodeTillCertificate, verifyTillCertificate } from '../../journal/certificates.ts';
import type { TillCertificate } from '../../protocol/seal.ts';
import { TILL_CERTIFICATE_HEADER } from '../../protocol/till-messages.ts';
import type { EnrolledTill } from './enrolled-till.ts';

/**
 * @param held the till as enrolled here, or null.
 * @returns null when none is presented, or it changes nothing: a tablet that was replaced cannot come back with an old one.
 */
export async function presentedCertificate(
  request: Pick<FastifyRequest, 'headers'>,
  held: EnrolledTill | null,
  till: string,
  root: string,
): Promise<TillCertificate | null> {
  const header = request.headers[TILL_CERTIFICATE_HEADER];
  const presented = typeof header === 'string' ? decodeTillCertificate(header) : null;
  if (presented?.certificate.till !== till) return null;
  const { key, issued } = presented.certificate;
  const isNews = held === null || (held.publicKey !== key && held.enrolledAt < issued);
  return isNews && (await verifyTillCertificate(presented, root)) ? presented : null;
}
