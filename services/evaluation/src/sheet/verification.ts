import { verifyUrlOf } from '@dang/documents/signing/sign-document';
import { findSignatureByHash, type SignatureRow, verdictOf } from '@dang/documents/signing/signature-value';
import { verifyDoor } from '@dang/documents/signing/verify-door';
import type { GraphContext } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { LIST_KIND } from '../comment-list/sign-list.ts';
import { SHEET_KIND } from './sheet.rows.ts';

const sha256Form = /^[0-9a-f]{64}$/;

/** What the public is told of a signed document: what it is and its number, and nobody's name. */
const documents: Readonly<Record<string, { kind: string; numberOf: string }>> = {
  [SHEET_KIND]: {
    kind: 'Phiếu nhận xét đảng viên nơi cư trú',
    numberOf: `select item.number from comment_sheet sheet join comment_item item on item.id = sheet.item_id where sheet.id = ?`,
  },
  [LIST_KIND]: {
    kind: 'Danh sách đảng viên cần giới thiệu và xin nhận xét',
    numberOf: 'select number from comment_list where id = ?',
  },
};

async function describeDocument(
  em: SqlEntityManager,
  { kind, subjectId }: SignatureRow,
): Promise<{ kind: string; number: string } | null> {
  const known = documents[kind];
  if (!known) return null;
  const [row]: { number: string }[] = await em.execute(known.numberOf, [subjectId]);
  return row ? { kind: known.kind, number: row.number } : null;
}

/** The document with this SHA-256, if it was signed here; null for anything else, also for what is no SHA-256. */
export async function verifyDocument({ em, environment }: GraphContext, sha256: string) {
  const wanted = sha256.trim().toLowerCase();
  const row = sha256Form.test(wanted) ? await findSignatureByHash(em, wanted) : null;
  const name = row && (await describeDocument(em, row));
  if (!row || !name) return null;
  const { id, step, signerTitle, signerUnitName, signedAt } = row;
  const verdict = () => verdictOf(em, environment, row);
  return {
    ...name,
    step,
    signerTitle,
    signerUnitName,
    signedAt,
    verifyUrl: verifyUrlOf(environment, id),
    verdict,
  };
}

/** The public page behind the QR code of sheets and lists. */
export const commentVerifyDoor = verifyDoor('evaluation', describeDocument);
