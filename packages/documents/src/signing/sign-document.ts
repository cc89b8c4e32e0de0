import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { certificateOf, type SigningCertificate } from '@dang/reference/certificates';
import { getUnit } from '@dang/reference/units';
import type { Clock } from '@dang/service/clock';
import type { GraphContext } from '@dang/service/context';
import { doorsEnvironment } from '@dang/service/doors/door-environment';
import type { ServiceEnvironment } from '@dang/service/environment';
import { refuseEndedCapacity } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { OptimisticLockError, type SqlEntityManager } from '@mikro-orm/postgresql';
import { keepBytes, recordFile, type StoredBytes } from '../files/stored-file.ts';
import { type SignatureVerdict, signPdf, verifyPdf } from './pdf-signature.ts';
import { currentTrust, providerOf } from './remote-provider.ts';
import { SigningRefused, SigningUnavailable } from './signature-provider.port.ts';

/** Who signs, as the visible block of the document says it. */
export interface SignerBlock {
  readonly name: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
}

/** What a form is given to print: the block, the address for the QR code, and the SHA-256 (hexadecimal) of the PDF that was signed before. */
export interface SignatureBlock {
  readonly signatureId: string;
  readonly verifyUrl: string;
  readonly signer: SignerBlock;
  readonly signedAt: Date;
  readonly previous: { readonly sha256: string } | null;
}

/** A document that somebody is about to sign. */
export interface DocumentToSign {
  /** To what the signature belongs: `CommentSheet` and its id. */
  readonly kind: string;
  readonly id: string;
  /** What it is, for whoever confirms it on their device, and as the reason in the PDF. */
  readonly what: string;
  readonly fileName: string;
  render(block: SignatureBlock): Promise<Buffer>;
}

/** A document that is signed and kept, and recorded nowhere yet. */
export interface PreparedSignature {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly kept: StoredBytes;
  readonly signer: SignerBlock & { readonly memberId: string };
  readonly certificate: SigningCertificate;
  readonly signedAt: Date;
  /** The signature that the document names as the one before. */
  readonly previous: LastSignature | null;
}

type LastSignature = { id: string; step: number; sha256: string };

/** Who asks, and with what: a request's context has all of it. */
export type SigningContext = {
  em: SqlEntityManager;
  environment: ServiceEnvironment;
  clock: Clock;
  actor: Actor | null;
  /** Whether an office has ended, as the service has heard. */
  capacityEnded?: GraphContext['capacityEnded'];
};

const MS = 1_000;

/** The address of the public page on which a signature can be checked. */
export const verifyUrlOf = (environment: ServiceEnvironment, signatureId: string): string =>
  `${doorsEnvironment(environment).DOORS_URL.replace(/\/$/, '')}/verify/${environment.SERVICE}/${signatureId}`;

async function lastSignature(em: SqlEntityManager, kind: string, id: string): Promise<LastSignature | null> {
  const [last] = await em.execute<LastSignature[]>(
    `select id, step, encode(sha256, 'hex') as sha256 from document_signature
     where subject_kind = ? and subject_id = ? order by step desc limit 1`,
    [kind, id],
  );
  return last ?? null;
}

/** The certificate with which this member may sign at that moment, as far as we know here. */
async function usableCertificate(
  em: SqlEntityManager,
  memberId: string,
  at: Date,
): Promise<SigningCertificate | Refusal> {
  const certificate = await certificateOf(em, memberId);
  if (!certificate || certificate.status === 'ENDED') return refuse('CERTIFICATE_REQUIRED');
  if (certificate.status === 'REVOKED') return refuse('CERTIFICATE_REVOKED');
  const isInForce = certificate.validFrom <= at && at <= certificate.validTo;
  return isInForce ? certificate : refuse('CERTIFICATE_EXPIRED');
}

/** Why what the provider sent back is not taken; null: it is. */
function refusalOf(verdict: SignatureVerdict, isOurs: boolean): Refusal | null {
  if (verdict === 'REVOKED') return refuse('CERTIFICATE_REVOKED');
  if (verdict === 'EXPIRED') return refuse('CERTIFICATE_EXPIRED');
  if (verdict === 'UNKNOWN') return refuse('SIGNING_UNAVAILABLE');
  return verdict === 'VALID' && isOurs ? null : refuse('SIGNATURE_INVALID');
}

async function signed(
  { environment }: SigningContext,
  pdf: Buffer,
  certificate: SigningCertificate,
  words: { what: string; location: string; signedAt: Date },
): Promise<Buffer | Refusal> {
  const { what, location, signedAt } = words;
  const { reference, holderName: name } = certificate;
  try {
    const given = { reference, what, name, reason: what, location, signedAt };
    const bytes = await signPdf(providerOf(environment), pdf, given);
    const found = verifyPdf(bytes, await currentTrust(environment), signedAt);
    return refusalOf(found.verdict, found.fingerprint === certificate.fingerprint) ?? bytes;
  } catch (error) {
    if (error instanceof SigningRefused)
      return refuse(error.message === 'KEY_EXPIRED' ? 'CERTIFICATE_EXPIRED' : 'CERTIFICATE_REVOKED');
    if (error instanceof SigningUnavailable) return refuse('SIGNING_UNAVAILABLE');
    throw error;
  }
}

/**
 * Renders a document, has it signed with the certificate of whoever asks, checks what came back and keeps its bytes: all that takes time
 * and reaches outside. To be called with **no transaction open**, before the act whose transaction records it (`recordSignature`); what
 * is never recorded is swept away with the files. Times are those of the business clock, to the second.
 *
 * Refused: POSITION_ENDED, CERTIFICATE_REQUIRED, CERTIFICATE_EXPIRED, CERTIFICATE_REVOKED (also when the provider says so), SIGNING_UNAVAILABLE (no
 * answer, or nobody can say what is revoked), SIGNATURE_INVALID (not by the registered certificate, an unknown issuer, other bytes).
 */
export async function prepareSignature(
  context: SigningContext,
  { kind, id: subjectId, what, fileName, render }: DocumentToSign,
): Promise<PreparedSignature | Refusal> {
  const { em, environment, clock, actor } = context;
  if (!actor?.memberId || !actor.capacity) return refuse('CERTIFICATE_REQUIRED');
  // the act itself would refuse it too, but by then the key would have signed for somebody out of office
  const ended = await refuseEndedCapacity(em, context);
  if (ended) return ended;
  const { memberId, name, capacity } = actor;
  const signedAt = new Date(Math.floor(clock.now().getTime() / MS) * MS);
  const certificate = await usableCertificate(em, memberId, signedAt);
  if (isRefusal(certificate)) return certificate;
  const { id: unitId, name: unitName } = await getUnit(em, capacity.unitId);
  const previous = await lastSignature(em, kind, subjectId);
  const id = randomUUID();
  const signer = { name, title: capacity.title, unitId, unitName };
  const pdf = await render({
    signatureId: id,
    verifyUrl: verifyUrlOf(environment, id),
    signer,
    signedAt,
    previous: previous && { sha256: previous.sha256 },
  });
  const bytes = await signed(context, pdf, certificate, { what, location: unitName, signedAt });
  if (isRefusal(bytes)) return bytes;
  const kept = await keepBytes(environment, { bytes, contentType: 'application/pdf', fileName });
  return { id, kind, subjectId, kept, signer: { ...signer, memberId }, certificate, signedAt, previous };
}

/**
 * Writes down a prepared signature, in the transaction of the act that it belongs to, and answers its id. `chain`: the document names
 * the one signed before; otherwise it must be the first and only one.
 * @throws OptimisticLockError (`mutate` answers VERSION_CONFLICT) when somebody else signed since it was prepared
 */
export async function recordSignature(
  em: SqlEntityManager,
  prepared: PreparedSignature,
  { chain }: { chain: boolean },
): Promise<string> {
  const { id, kind, subjectId, kept, signer, certificate, signedAt, previous } = prepared;
  const somebodyElse = () => new OptimisticLockError(`somebody else signed ${kind} ${subjectId}`);
  if (previous && !chain) throw somebodyElse();
  const fileId = await recordFile(em, kept, { origin: 'SIGNED', attached: { kind, id: subjectId } });
  const rows = await em.execute(
    `insert into document_signature (id, file_id, subject_kind, subject_id, step, previous_id, previous_sha256, sha256,
       signer_member_id, signer_name, signer_title, signer_unit_id, signer_unit_name,
       certificate_id, certificate_serial, certificate_fingerprint, signed_at)
     values (?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (subject_kind, subject_id, step) do nothing returning id`,
    [
      id,
      fileId,
      kind,
      subjectId,
      // steps are never taken back: whoever signed since then has this one
      (previous?.step ?? 0) + 1,
      previous?.id ?? null,
      previous?.sha256 ?? null,
      kept.sha256,
      signer.memberId,
      signer.name,
      signer.title,
      signer.unitId,
      signer.unitName,
      certificate.id,
      certificate.serial,
      certificate.fingerprint,
      signedAt,
    ],
  );
  if (rows.length === 0) throw somebodyElse();
  return id;
}
