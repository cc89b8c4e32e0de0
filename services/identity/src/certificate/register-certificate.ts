import { createHash, randomBytes } from 'node:crypto';
import { type Actor, signInIsFresh } from '@dang/access/actor';
import { type CertificateFacts, isTrusted, readCertificate } from '@dang/documents/signing/certificate';
import { canonicalCms, signerOf } from '@dang/documents/signing/cms';
import { providerOf, trustOf } from '@dang/documents/signing/remote-provider';
import {
  revocationOf,
  SigningRefused,
  SigningUnavailable,
} from '@dang/documents/signing/signature-provider.port';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { RegisterCertificateInput } from '../generated/graph.ts';
import { findMembers } from '../member/member.rows.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { insertCertificate } from './certificate.rows.ts';
import { isReference, keyBar, registrationBar } from './certificate.rules.ts';
import { recordCertificates } from './recorded-certificates.ts';

/** A certificate that its holder has shown to be theirs: whose it is, and what the signing service calls its key. */
export type ProvenCertificate = {
  memberId: string;
  reference: string;
  facts: CertificateFacts;
};

const aboutCertificate = (code: RefusalCode): Refusal => refuse(code, { field: 'certificate' });

/** Does the key behind this reference sign as this certificate? Asked with bytes that nobody has seen before. */
async function challenge(
  context: GraphContext,
  { name, capacity }: Actor,
  reference: string,
  { fingerprint }: CertificateFacts,
): Promise<Refusal | null> {
  const digest = createHash('sha256').update(randomBytes(32)).digest();
  try {
    // whoever has the device reads for whose account, should it be asked in their place
    const what = `Đăng ký chứng thư số cho tài khoản của ${name}, ${capacity?.title ?? 'đảng viên'}`;
    const request = { reference, digest, what };
    const signature = canonicalCms(await providerOf(context.environment).sign(request));
    const signer = signature && signerOf(signature, digest);
    return signer?.fingerprint === fingerprint
      ? null
      : refuse('CERTIFICATE_NOT_YOURS', { field: 'reference' });
  } catch (error) {
    if (error instanceof SigningRefused) return refuse(keyBar(error.message), { field: 'reference' });
    if (error instanceof SigningUnavailable) return refuse('SIGNING_UNAVAILABLE');
    throw error;
  }
}

/** Has the issuer revoked it, whatever day from? */
async function revocationBar(
  { environment }: GraphContext,
  facts: CertificateFacts,
): Promise<Refusal | null> {
  try {
    const revocations = await providerOf(environment).revocations();
    return revocationOf(revocations, facts) ? aboutCertificate('CERTIFICATE_REVOKED') : null;
  } catch (error) {
    if (error instanceof SigningUnavailable) return refuse('SIGNING_UNAVAILABLE');
    throw error;
  }
}

/**
 * Looks at a certificate in every way before it is registered, and asks the signing service for a signature with it: all that reaches
 * outside, with no transaction open. Nothing is kept. What it refuses it refuses before anybody's device is asked to confirm anything.
 */
export async function proveCertificate(
  context: GraphContext,
  actor: Actor,
  { certificate: pem, reference }: RegisterCertificateInput,
): Promise<ProvenCertificate | Refusal> {
  const { em, clock, environment } = context;
  const { memberId } = actor;
  const [member] = memberId ? await findMembers(em, [memberId]) : [];
  if (!memberId || !member) return refuse('NOT_FOUND');
  if (!(await holdsCapacity(em, actor, clock.today()))) return refuse('POSITION_ENDED');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  if (!isReference(reference)) return refuse('INVALID_INPUT', { field: 'reference' });
  const facts = readCertificate(pem);
  if (!facts) return aboutCertificate('INVALID_INPUT');
  const bar = registrationBar(facts, {
    isTrusted: isTrusted(facts, trustOf(environment).roots),
    fullName: member.fullName,
    at: clock.now(),
  });
  if (bar) return aboutCertificate(bar);
  const refusal =
    (await revocationBar(context, facts)) ?? (await challenge(context, actor, reference, facts));
  return refusal ?? { memberId, reference, facts };
}

/** Keeps a certificate that was proven; answers its id, or `CERTIFICATE_TAKEN`. Runs inside `mutate`. */
export async function keepCertificate(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  { memberId, reference, facts }: ProvenCertificate,
): Promise<Refusal | Done> {
  const id = await insertCertificate(em, { memberId, reference, at: clock.now() }, facts);
  if (id === null) return aboutCertificate('CERTIFICATE_TAKEN');
  await recordCertificates(em, [id], actor);
  const { serial, issuerName } = facts;
  return { id, audit: { memberId, after: { serial, issuerName } } };
}
