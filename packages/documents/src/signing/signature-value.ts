import type { GraphContext } from '@dang/service/context';
import type { ServiceEnvironment } from '@dang/service/environment';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { attachment } from '../files/attachment.ts';
import { FileDamaged, type FileRow, filesById, readFile } from '../files/stored-file.ts';
import { type SignatureVerdict, verifyPdf } from './pdf-signature.ts';
import { currentTrust } from './remote-provider.ts';
import { verifyUrlOf } from './sign-document.ts';

/** A signature as it was recorded, with its signed PDF. Hashes are hexadecimal. */
export interface SignatureRow {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly step: number;
  readonly sha256: string;
  readonly previousSha256: string | null;
  readonly signerMemberId: string;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly signerUnitId: string;
  readonly signerUnitName: string;
  readonly certificateSerial: string;
  readonly certificateFingerprint: string;
  readonly signedAt: Date;
  readonly file: FileRow;
}

type Recorded = Omit<SignatureRow, 'signedAt' | 'file'> & { signedAt: string; fileId: string };

const columns = `id, subject_kind as kind, subject_id as "subjectId", step, encode(sha256, 'hex') as sha256,
  encode(previous_sha256, 'hex') as "previousSha256", signer_member_id as "signerMemberId", signer_name as "signerName",
  signer_title as "signerTitle", signer_unit_id as "signerUnitId", signer_unit_name as "signerUnitName",
  certificate_serial as "certificateSerial", certificate_fingerprint as "certificateFingerprint",
  to_json(signed_at)#>>'{}' as "signedAt", file_id as "fileId"`;

async function withFiles(em: SqlEntityManager, recorded: readonly Recorded[]): Promise<SignatureRow[]> {
  const files = await filesById(
    em,
    recorded.map(({ fileId }) => fileId),
  );
  return recorded.map(({ fileId, signedAt, ...row }) => {
    const file = files.get(fileId);
    if (!file) throw new Error(`signature ${row.id} has no file`);
    return { ...row, signedAt: new Date(signedAt), file };
  });
}

/** The signatures of these dossiers by dossier, the first level first; two statements however many. */
export async function signaturesOf(
  em: SqlEntityManager,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, SignatureRow[]>> {
  if (ids.length === 0) return new Map();
  const recorded = await em.execute<Recorded[]>(
    `select ${columns} from document_signature where subject_kind = ? and subject_id in (?) order by step`,
    [kind, [...ids]],
  );
  return Map.groupBy(await withFiles(em, recorded), ({ subjectId }) => subjectId);
}

/** One signature by its id; null when there is none. */
export async function findSignature(em: SqlEntityManager, id: string): Promise<SignatureRow | null> {
  const recorded = await em.execute<Recorded[]>(`select ${columns} from document_signature where id = ?`, [
    id,
  ]);
  const [row] = await withFiles(em, recorded);
  return row ?? null;
}

/** The signature over the PDF with this SHA-256 (hexadecimal); null when nobody signed such a one here. */
export async function findSignatureByHash(
  em: SqlEntityManager,
  sha256: string,
): Promise<SignatureRow | null> {
  const recorded = await em.execute<Recorded[]>(
    `select ${columns} from document_signature where sha256 = decode(?, 'hex') limit 1`,
    [sha256],
  );
  const [row] = await withFiles(em, recorded);
  return row ?? null;
}

/**
 * Whether a recorded signature holds now: the stored bytes are read and checked, by the certificate that was registered, at the moment
 * that was recorded.
 */
export async function verdictOf(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  { file, sha256, certificateFingerprint, signedAt }: SignatureRow,
): Promise<SignatureVerdict> {
  try {
    const stored = await readFile(em, environment, file.id);
    if (!stored?.sha256.equals(Buffer.from(sha256, 'hex'))) return 'TAMPERED';
    const found = verifyPdf(stored.bytes, await currentTrust(environment), signedAt);
    return found.fingerprint === certificateFingerprint ? found.verdict : 'TAMPERED';
  } catch (error) {
    if (error instanceof FileDamaged) return 'TAMPERED';
    throw error;
  }
}

/** The `DocumentSignature` of the graph: the verdict is found only when somebody asks for it. */
export const signatureValue = (environment: ServiceEnvironment, service: string, row: SignatureRow) => ({
  id: row.id,
  step: row.step,
  signerName: row.signerName,
  signerTitle: row.signerTitle,
  signerUnitName: row.signerUnitName,
  signedAt: row.signedAt,
  certificateSerial: row.certificateSerial,
  sha256: row.sha256,
  previousSha256: row.previousSha256,
  document: attachment(environment, service, row.file),
  verifyUrl: verifyUrlOf(environment, row.id),
  verdict: (_: unknown, { em }: Pick<GraphContext, 'em'>) => verdictOf(em, environment, row),
});
