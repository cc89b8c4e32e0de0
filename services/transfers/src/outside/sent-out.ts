import type { DataOf } from '@dang/events/contract';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import { findMember } from '@dang/reference/members';
import { chainOf, findUnits, type UnitRow } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { wantDispatched } from '../document-system/dispatch.rows.ts';
import { decisionOf, originOf } from '../dossier/dossier.facts.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { TRANSFER_FILES } from '../file/transfer-files.ts';
import { findBoxes, getLetter } from '../letter/letter.reads.ts';
import type { BoxRow } from '../letter/letter.row.ts';
import { provinceOf } from '../letter/letter-ends.ts';
import { findStays } from '../stay/stay.rows.ts';

type Sent = DataOf<typeof LetterSentOut>;
const NAME_LIMIT = 500;

/** A branch and what stands above it, the nearest first; the centre of everything is not named. */
const nameOf = (path: readonly UnitRow[]): string =>
  path
    .filter(({ type }) => type !== 'CENTRAL')
    .map(({ name }) => name)
    .toReversed()
    .join(', ')
    .slice(0, NAME_LIMIT);

/**
 * Tells that the letter of this dossier has just left the system, whole, in the transaction by which it left: everything that the other side
 * needs stands in the event, so that nothing of ours is ever read from there. The document system is to hand it over, too. `sentOn` is `YYYY-MM-DD`.
 */
export async function tellSentOut(
  em: SqlEntityManager,
  dossier: DossierRow,
  { sentOn, actor }: { sentOn: string; actor: EventActor | null },
): Promise<void> {
  if (dossier.letterId === null || dossier.reason === null)
    throw new Error(`dossier ${dossier.number} left without a letter`);
  const stay = (await findStays(em, [dossier.id])).get(dossier.id);
  const data: Sent = {
    transferId: dossier.id,
    number: dossier.number,
    sending: dossier.version,
    kind: dossier.kind,
    reason: dossier.reason,
    destination: await destinationIn(em, dossier),
    origin: await originIn(em, dossier),
    subject: await subjectIn(em, dossier),
    decision: decisionOf(dossier),
    stay: stay ? { from: stay.from, through: stay.through, purpose: stay.purpose } : null,
    letter: await letterIn(em, dossier.letterId),
    documents: await documentsOf(em, dossier.id, dossier.letterId),
    sentOn,
  };
  await recordEvents(em, LetterSentOut, [{ aggregateId: dossier.id, data }], { actor });
  await wantDispatched(em, { dossierId: dossier.id, letterId: dossier.letterId, sending: dossier.version });
}

async function destinationIn(em: SqlEntityManager, dossier: DossierRow): Promise<Sent['destination']> {
  const { destinationBranchId: branchId, destinationText } = dossier;
  if (branchId === null) return { name: destinationText ?? '', branchId, provinceCode: null };
  const path = await chainOf(em, branchId);
  return { name: nameOf(path), branchId, provinceCode: provinceOf(path) };
}

async function originIn(em: SqlEntityManager, dossier: DossierRow): Promise<Sent['origin']> {
  const branchId = originOf(dossier);
  const path = await chainOf(em, branchId);
  return { name: path.at(-1)?.name ?? '', branchId, chain: nameOf(path.slice(0, -1)) };
}

async function subjectIn(em: SqlEntityManager, dossier: DossierRow): Promise<Sent['subject']> {
  const known = await findMember(em, dossier.memberId);
  const gender = dossier.gender ?? known?.gender;
  const dateOfBirth = dossier.dateOfBirth ?? known?.dateOfBirth;
  if (gender === undefined || dateOfBirth === undefined)
    throw new Error(`dossier ${dossier.number} does not know its member`);
  const { memberId, fullName, joinDate, officialDate, legacyCardNumber, profileNumber } = dossier;
  return {
    memberId,
    fullName,
    gender,
    dateOfBirth,
    joinDate,
    officialDate,
    legacyCardNumber,
    profileNumber,
  };
}

async function letterIn(em: SqlEntityManager, letterId: string): Promise<Sent['letter']> {
  const { id, type, number, registerYear, issuedOn, duesPaidThrough } = await getLetter(em, letterId);
  const boxes = (await findBoxes(em, [letterId])).get(letterId) ?? [];
  const units = await findUnits(
    em,
    boxes.flatMap(({ unitId }) => unitId ?? []),
  );
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    id,
    type,
    number,
    registerYear,
    issuedOn,
    duesPaidThrough,
    boxes: boxes.map((box) => boxIn(box, names)),
  };
}

const boxIn = (box: BoxRow, names: ReadonlyMap<string, string>): Sent['letter']['boxes'][number] => ({
  index: box.index,
  unitName: (box.unitId === null ? null : names.get(box.unitId)) ?? box.unitName,
  addressee: box.addressee,
  content: box.content,
  comment: box.comment,
  correction: box.correction,
  registerNumber: box.registerNumber === null ? null : `${box.registerNumber}/${box.registerYear}`,
  signedByName: box.signedByName,
  signedByTitle: box.signedByTitle,
  signedAt: box.signedAt?.toISOString() ?? null,
});

/** The letter as it was signed last, and what was brought to the dossier. */
const documentsOf = (em: SqlEntityManager, dossierId: string, letterId: string): Promise<Sent['documents']> =>
  em.execute(
    `select role, f.id as "fileId", f.file_name as "fileName", f.content_type as "contentType", f.byte_size as "byteSize",
       encode(f.sha256, 'hex') as sha256
     from (
       (select 'LETTER' as role, s.file_id from document_signature s
         where s.subject_kind = 'IntroductionLetter' and s.subject_id = ? order by s.step desc limit 1)
       union all
       select coalesce(d.role, 'OTHER'), own.id from stored_file own left join transfer_document d on d.file_id = own.id
         where own.attached_kind = ? and own.attached_id = ? and own.origin = 'UPLOAD'
     ) as document (role, file_id)
     join stored_file f on f.id = document.file_id
     order by document.role <> 'LETTER', f.id`,
    [letterId, TRANSFER_FILES, dossierId],
  );
