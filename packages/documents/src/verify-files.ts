import type { ServiceEnvironment } from '@dang/service/environment';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { FileDamaged, filesById, readFile } from './files/stored-file.ts';
import { type Trust, verifyPdf } from './signing/pdf-signature.ts';

/** What a look at every stored file of a service found; `faults` holds the first twenty, `faultCount` all of them. */
export interface FilesVerdict {
  readonly files: number;
  readonly bytes: number;
  readonly signatures: number;
  readonly faultCount: number;
  readonly faults: readonly string[];
}

const PAGE = 100;
const FAULTS_TOLD = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Kept {
  readonly id: string;
  readonly size: number;
  readonly origin: 'UPLOAD' | 'SIGNED';
  readonly signature: {
    readonly id: string;
    readonly of: string;
    readonly sha256: string;
    readonly fingerprint: string;
    readonly signedAt: string;
    readonly step: number;
    readonly previousSha256: string | null;
    readonly before: { readonly sha256: string; readonly step: number; readonly of: string } | null;
  } | null;
}

/** A page of files in the order of their ids, each with what was recorded of the signature on it, and of the one before that. */
const nextPage = (em: SqlEntityManager, after: string): Promise<Kept[]> =>
  em.execute(
    `select file.id, file.byte_size as size, file.origin,
       case when signature.id is not null then json_build_object('id', signature.id,
         'of', signature.subject_kind || ' ' || signature.subject_id, 'sha256', encode(signature.sha256, 'hex'),
         'fingerprint', signature.certificate_fingerprint, 'signedAt', signature.signed_at, 'step', signature.step,
         'previousSha256', encode(signature.previous_sha256, 'hex'),
         'before', case when before.id is not null then json_build_object('sha256', encode(before.sha256, 'hex'),
           'step', before.step, 'of', before.subject_kind || ' ' || before.subject_id) end) end as signature
     from stored_file file
     left join document_signature signature on signature.file_id = file.id
     left join document_signature before on before.id = signature.previous_id
     where file.id > ? order by file.id limit ?`,
    [after, PAGE],
  );

/** What is wrong with the signature on these bytes, or null. */
function faultOfSignature(
  bytes: Buffer,
  sha256: string,
  signature: NonNullable<Kept['signature']>,
  trust: Trust,
): string | null {
  const { step, of, previousSha256, before } = signature;
  if (signature.sha256 !== sha256) return 'was recorded over other bytes';
  const follows = before ? before.step === step - 1 && before.of === of : step === 1;
  if (!follows || (before?.sha256 ?? null) !== previousSha256) return 'does not follow the one before it';
  const found = verifyPdf(bytes, trust, new Date(signature.signedAt));
  if (found.fingerprint !== signature.fingerprint) return 'is not by the certificate that was recorded';
  if (found.verdict === 'VALID') return null;
  return found.verdict === 'UNKNOWN'
    ? 'cannot be judged: nobody says what is revoked'
    : `is ${found.verdict}`;
}

/** What is wrong with one file, or null; a file that is swept away meanwhile is none. */
async function faultOf(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  kept: Kept,
  trust: Trust | null,
): Promise<string | null> {
  let found: Awaited<ReturnType<typeof readFile>>;
  try {
    found = await readFile(em, environment, kept.id);
  } catch (error) {
    if (!(error instanceof FileDamaged)) throw error;
    return (await filesById(em, [kept.id])).has(kept.id) ? error.message : null;
  }
  if (!found) return null;
  if (found.bytes.length !== kept.size)
    return `stored file ${kept.id}: it has ${found.bytes.length} bytes, not ${kept.size}`;
  const { signature } = kept;
  if (!signature) return kept.origin === 'SIGNED' ? `stored file ${kept.id}: nobody signed it` : null;
  const named = `signature ${signature.id} of ${signature.of}`;
  if (!trust) return `${named}: cannot be judged without SIGNING_ROOTS`;
  const fault = faultOfSignature(found.bytes, found.sha256.toString('hex'), signature, trust);
  return fault && `${named} ${fault}`;
}

/**
 * Reads every stored file of a service once, one at a time: its bytes must be there, under its key and with its hash, and what was signed
 * must still be whole, by the certificate that was recorded and in force then, each level on top of the one before. `trust` is null where
 * nobody signs.
 */
export async function verifyFiles(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  trust: Trust | null,
): Promise<FilesVerdict> {
  let [files, bytes, signatures, faultCount] = [0, 0, 0, 0];
  const faults: string[] = [];
  let page = await nextPage(em, FIRST);
  while (page.length > 0) {
    for (const kept of page) {
      files += 1;
      bytes += kept.size;
      if (kept.signature) signatures += 1;
      const fault = await faultOf(em, environment, kept, trust);
      if (!fault) continue;
      faultCount += 1;
      if (faults.length < FAULTS_TOLD) faults.push(fault);
    }
    page = await nextPage(em, page.at(-1)?.id ?? FIRST);
  }
  return { files, bytes, signatures, faultCount, faults };
}
