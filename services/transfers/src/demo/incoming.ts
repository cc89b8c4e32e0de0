import { vietnameseCalendar } from '@dang/vietnam/holidays';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { dueOnOf } from '../dossier/deadlines.rules.ts';
import { TransferDossier } from '../dossier/dossier.entity.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { handWritten } from '../outside/incoming.acts.ts';
import { writeIncomingLetter } from '../outside/open-incoming.ts';
import { keepSealedList } from '../outside/sealed-list.ts';
import { type DemoDossier, type DemoOfficer, type DemoUnit, wantedColumns } from './demo-dossier.ts';

/** A letter that came on paper from outside and was entered by the branch, no more. Days are `YYYY-MM-DD`, the month `YYYY-MM`. */
export interface DemoIncoming extends Pick<DemoDossier, 'id' | 'member' | 'reason' | 'decision'> {
  originText: string;
  destination: DemoUnit;
  letter: { number: string; issuedOn: string; duesPaidThrough: string };
  enteredOn: string;
}

/** The dossier of such a letter as its row says it. */
export function incomingDossier(incoming: DemoIncoming, number: string): DossierRow {
  const { originText, destination, letter, enteredOn } = incoming;
  const at = new Date(`${enteredOn}T09:15:00+07:00`);
  const row: DossierRow = {
    ...wantedColumns(incoming),
    number,
    kind: 'OFFICIAL',
    status: 'INCOMING_PAPER',
    channel: 'PAPER',
    version: 1,
    originBranchId: null,
    originText,
    destinationBranchId: destination.id,
    submitted: true,
    convertsId: null,
    requestedAt: at,
    requestedOn: enteredOn,
    letterId: null,
    introducedOn: letter.issuedOn,
    sentAt: at,
    presentedOn: null,
    waitingUnitId: destination.id,
    dueOn: null,
    closedOn: null,
  };
  return { ...row, dueOn: dueOnOf(vietnameseCalendar, row) };
}

/** Writes what hangs on the dossier of such a letter, whose row is there: letter and boxes, the sealed file's list, the first step. */
export async function loadIncoming(
  em: SqlEntityManager,
  { id, originText, letter, destination, enteredOn }: DemoIncoming,
  officer: DemoOfficer,
): Promise<void> {
  const dossier = await em.findOneOrFail(TransferDossier, { id });
  await writeIncomingLetter(em, dossier, { ...letter, boxes: handWritten(originText) });
  await em.flush();
  const paper = { number: letter.number, issuedOn: letter.issuedOn, originText };
  await em.execute('insert into letter_from_outside (dossier_id, letter, sent_on) values (?, ?::jsonb, ?)', [
    id,
    JSON.stringify(paper),
    letter.issuedOn,
  ]);
  await keepSealedList(em, dossier, {
    documents: [{ name: 'Hồ sơ đảng viên', pages: 24 }],
    sealedOn: letter.issuedOn,
  });
  await em.execute(
    `insert into dossier_entry (dossier_id, version, at, action, to_state, by_member_id, by_name, by_title, unit_id, unit_name)
     values (?, 1, ?, 'ENTER_INCOMING', 'INCOMING_PAPER', ?, ?, ?, ?, ?)`,
    [
      id,
      `${enteredOn}T09:15:00+07:00`,
      officer.memberId,
      officer.name,
      officer.title,
      destination.id,
      destination.name,
    ],
  );
}
