import type { DataOf } from '@dang/events/contract';
import type { LetterAnswered } from '@dang/events/contracts/transfers/letter-answered';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

export const outsideAnswers = ['RECEIVED', 'RETURNED', 'STAY_ENDED'] as const;
export type OutsideAnswerKind = (typeof outsideAnswers)[number];

/** What was heard from outside of a letter that we sent there, or told there of a letter that came from there. */
export interface OutsideAnswerRow {
  readonly dossierId: string;
  readonly letterId: string;
  /** The version of the dossier with which the letter went out, by which several sendings of one letter are told apart. */
  readonly sending: number;
  readonly answer: OutsideAnswerKind;
  readonly answeredOn: string;
  readonly unitName: string;
  readonly signerName: string | null;
  readonly signerTitle: string | null;
  readonly documentNumber: string | null;
  readonly reason: string | null;
  readonly comment: string | null;
  /** Of the letter as it was signed last outside, in hexadecimal. */
  readonly documentSha256: string | null;
  readonly enteredByName: string | null;
}

/** Keeps an answer; false when this answer to this sending is known. */
export async function keepAnswer(em: SqlEntityManager, answer: OutsideAnswerRow): Promise<boolean> {
  const rows = await em.execute(
    `insert into outside_answer (dossier_id, letter_id, sending, answer, answered_on, unit_name, signer_name, signer_title, document_number,
       reason, comment, document_sha256, entered_by_name)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?)
     on conflict (letter_id, sending, answer) do nothing returning id`,
    [
      answer.dossierId,
      answer.letterId,
      answer.sending,
      answer.answer,
      answer.answeredOn,
      answer.unitName,
      answer.signerName,
      answer.signerTitle,
      answer.documentNumber,
      answer.reason,
      answer.comment,
      answer.documentSha256,
      answer.enteredByName,
    ],
  );
  return rows.length > 0;
}

/** What one system tells another of a letter. */
type ToldAnswer = Pick<
  DataOf<typeof LetterAnswered>,
  'sending' | 'answer' | 'on' | 'by' | 'reason' | 'comment' | 'document'
>;

/** Keeps an answer that was told and not read from paper, on either side; false when it is known. */
export const keepToldAnswer = (
  em: SqlEntityManager,
  dossierId: string,
  letterId: string,
  { sending, answer, on, by, reason, comment, document }: ToldAnswer,
): Promise<boolean> =>
  keepAnswer(em, {
    dossierId,
    letterId,
    sending,
    answer,
    answeredOn: on,
    unitName: by.unitName,
    signerName: by.name,
    signerTitle: by.title,
    documentNumber: null,
    reason,
    comment,
    documentSha256: document?.sha256 ?? null,
    enteredByName: null,
  });

/** The answers to the letters of these dossiers, by dossier, the first one first. */
export async function findAnswers(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, OutsideAnswerRow[]>> {
  if (dossierIds.length === 0) return new Map();
  const rows: OutsideAnswerRow[] = await em.execute(
    `select dossier_id as "dossierId", letter_id as "letterId", sending, answer, answered_on as "answeredOn", unit_name as "unitName",
       signer_name as "signerName", signer_title as "signerTitle", document_number as "documentNumber", reason, comment,
       encode(document_sha256, 'hex') as "documentSha256", entered_by_name as "enteredByName"
     from outside_answer where dossier_id = any(array[?]::uuid[]) order by id`,
    [dossierIds],
  );
  return Map.groupBy(rows, ({ dossierId }) => dossierId);
}

/** The version with which the dossier last went out of the system; null when it never did. */
export async function lastSendingOf(em: SqlEntityManager, dossierId: string): Promise<number | null> {
  const [row]: { sending: number | null }[] = await em.execute(
    `select max(version) as sending from dossier_entry
     where dossier_id = ? and to_state = 'SENT_OUT' and from_state is distinct from 'SENT_OUT'`,
    [dossierId],
  );
  return row?.sending ?? null;
}

/** A document that another province keeps. */
export interface OutsideDocumentRow {
  readonly dossierId: string;
  readonly role: string;
  readonly sourceFileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly byteSize: number;
  readonly sha256: string;
}

/** What came with the letters of these dossiers from outside, by dossier. */
export async function findOutsideDocuments(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, OutsideDocumentRow[]>> {
  const rows: OutsideDocumentRow[] = await em.execute(
    `select dossier_id as "dossierId", role, source_file_id as "sourceFileId", file_name as "fileName", content_type as "contentType",
       byte_size as "byteSize", encode(sha256, 'hex') as sha256
     from outside_document where dossier_id = any(array[?]::uuid[]) order by dossier_id, source_file_id`,
    [dossierIds],
  );
  return Map.groupBy(rows, ({ dossierId }) => dossierId);
}
