import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TransferState } from '../dossier/workflows.ts';

/** Where a letter came from that another province's system has sent: its dossier, letter and sending there. */
export interface LetterSource {
  readonly provinceCode: string;
  readonly transferId: string;
  readonly letterId: string;
  readonly sending: number;
}

const columns = `l.province_code as "provinceCode", l.transfer_id as "transferId", l.letter_id as "letterId", l.sending`;

/** From where the letter of this dossier came; null when it came on paper, or was written here. */
export async function sourceOf(em: SqlEntityManager, dossierId: string): Promise<LetterSource | null> {
  const [row]: LetterSource[] = await em.execute(
    `select ${columns} from letter_from_outside l where l.dossier_id = ? and l.province_code is not null`,
    [dossierId],
  );
  return row ?? null;
}

/** A sending that we have heard of, and the dossier that it opened here. */
interface Heard {
  readonly dossierId: string;
  readonly memberId: string;
  readonly sending: number;
  readonly status: TransferState;
  readonly isOpen: boolean;
}

/** The latest sending of a transfer of another province that we have heard of, and what became of it here. */
export async function lastHeard(
  em: SqlEntityManager,
  { provinceCode, transferId }: Pick<LetterSource, 'provinceCode' | 'transferId'>,
): Promise<Heard | null> {
  const [row]: Heard[] = await em.execute(
    `select l.dossier_id as "dossierId", d.member_id as "memberId", l.sending, d.status, d.closed_on is null as "isOpen"
     from letter_from_outside l join transfer_dossier d on d.id = l.dossier_id
     where l.province_code = ? and l.transfer_id = ? order by l.sending desc limit 1`,
    [provinceCode, transferId],
  );
  return row ?? null;
}

/** The open dossier of a letter on paper that a clerk entered for this member before the other province's system told of it. */
export async function enteredByHand(em: SqlEntityManager, memberId: string): Promise<string | null> {
  const [row]: { id: string }[] = await em.execute(
    `select d.id from transfer_dossier d join letter_from_outside l on l.dossier_id = d.id
     where d.member_id = ? and d.closed_on is null and d.origin_branch_id is null and l.province_code is null`,
    [memberId],
  );
  return row?.id ?? null;
}

/** A document as another province names it. */
interface Referred {
  readonly role: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly byteSize: number;
  readonly sha256: string;
}

/** Keeps what came with a letter, in the place of what came before: the letter as it was told, and its documents by reference and hash. */
export async function keepSource(
  em: SqlEntityManager,
  dossierId: string,
  source: LetterSource,
  { letter, sentOn, documents }: { letter: object; sentOn: string; documents: readonly Referred[] },
): Promise<void> {
  await em.execute(
    `insert into letter_from_outside (dossier_id, province_code, transfer_id, letter_id, sending, letter, sent_on)
     values (?, ?, ?, ?, ?, ?::jsonb, ?)
     on conflict (dossier_id) do update set province_code = excluded.province_code, transfer_id = excluded.transfer_id,
       letter_id = excluded.letter_id, sending = excluded.sending, letter = excluded.letter, sent_on = excluded.sent_on`,
    [
      dossierId,
      source.provinceCode,
      source.transferId,
      source.letterId,
      source.sending,
      JSON.stringify(letter),
      sentOn,
    ],
  );
  await em.execute('delete from outside_document where dossier_id = ?', [dossierId]);
  await em.execute(
    `insert into outside_document (dossier_id, source_file_id, role, file_name, content_type, byte_size, sha256)
     select ?, "fileId", role, "fileName", "contentType", "byteSize", decode(sha256, 'hex')
     from jsonb_to_recordset(?::jsonb) as document("fileId" uuid, role text, "fileName" text, "contentType" text, "byteSize" int, sha256 text)`,
    [dossierId, JSON.stringify(documents)],
  );
}
