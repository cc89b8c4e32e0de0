import { LetterAnswered } from '@dang/events/contracts/transfers/letter-answered';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import { findUnits } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { LetterSource } from './letter-from-outside.rows.ts';
import type { OutsideAnswerKind } from './outside.rows.ts';
import { keepToldAnswer } from './outside.rows.ts';

/** What is answered to a letter of another province. `on` is `YYYY-MM-DD`. */
interface Answered {
  readonly answer: OutsideAnswerKind;
  readonly on: string;
  readonly reason: string | null;
  readonly by: { readonly unitName: string; readonly name: string; readonly title: string };
  /** The letter as it was signed last here. */
  readonly document: { readonly fileId: string; readonly sha256: string } | null;
}

/** The system itself, where it answers without anybody: as people read it in the other province's history. */
export const SYSTEM_TITLE = 'Hệ thống';

/** Tells another province what became of its letter, in the transaction of what became of it. */
export async function tellAnswer(
  em: SqlEntityManager,
  source: LetterSource,
  answered: Answered,
  actor: EventActor | null,
): Promise<void> {
  const { transferId, letterId, sending, provinceCode: toProvinceCode } = source;
  const data = { transferId, letterId, sending, toProvinceCode, comment: null, ...answered };
  await recordEvents(em, LetterAnswered, [{ aggregateId: transferId, data }], { actor });
}

/** The same of a letter that a dossier was opened for, which keeps it. */
export async function answerFor(
  em: SqlEntityManager,
  dossier: DossierRow,
  source: LetterSource,
  { answer, on, reason, actor }: Pick<Answered, 'answer' | 'on' | 'reason'> & { actor: EventActor | null },
): Promise<void> {
  const { id: dossierId, letterId, destinationBranchId } = dossier;
  if (letterId === null) throw new Error(`dossier ${dossier.number} came without a letter`);
  const [branch] = await findUnits(em, [destinationBranchId ?? []].flat());
  const by = {
    unitName: branch?.name ?? SYSTEM_TITLE,
    name: actor?.name ?? SYSTEM_TITLE,
    title: actor?.capacity?.title ?? SYSTEM_TITLE,
  };
  const document = answer === 'RECEIVED' ? await signedLetter(em, letterId) : null;
  const answered = { answer, on, reason, by, document };
  await tellAnswer(em, source, answered, actor);
  const { sending } = source;
  await keepToldAnswer(em, dossierId, letterId, { ...answered, sending, comment: null });
}

async function signedLetter(em: SqlEntityManager, letterId: string): Promise<Answered['document']> {
  const [row]: { fileId: string; sha256: string }[] = await em.execute(
    `select file_id as "fileId", encode(sha256, 'hex') as sha256 from document_signature
     where subject_kind = 'IntroductionLetter' and subject_id = ? order by step desc limit 1`,
    [letterId],
  );
  return row ?? null;
}
