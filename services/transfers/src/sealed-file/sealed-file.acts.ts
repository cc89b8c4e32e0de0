import { SealedFileLost } from '@dang/events/contracts/transfers/sealed-file-lost';
import { workingCalendar } from '@dang/reference/calendar';
import { actOnTransfer } from '../dossier/act.ts';
import type { ActInput } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import { flagsOf } from '../dossier/deadlines.rules.ts';
import { recordFact, stepOf } from '../dossier/dossier.events.ts';
import type { DossierFacts } from '../dossier/dossier.facts.ts';
import { attachToTransfer } from '../file/transfer-files.ts';
import { voidLetterInForce } from '../letter/sign-box.ts';
import type { SealedFileRow } from './sealed-file.row.ts';
import type { FileLoss, Presentation } from './sealed-file.rules.ts';
import { lossBar, presentationBar, sealingBar } from './sealed-file.rules.ts';

/** The file that the table says is sealed and not yet received. */
function fileOnItsWay({ dossier, sealedFile }: DossierFacts): SealedFileRow {
  if (sealedFile === null) throw new Error(`dossier ${dossier.number} has no sealed file`);
  return sealedFile;
}

type SealingInput = ActInput & { documents: readonly { name: string; pages: number }[]; sealedOn: string };

/** The origin sealed the paper file and handed it to the member; said again, the newer list holds, until it is received. */
export const recordSealedFile = actOnTransfer(
  'recordSealedFile',
  'RECORD_SEALED_FILE',
  async ({ em, actor, dossier, today }, input: SealingInput) => {
    const bar = sealingBar(input, { notBefore: dossier.introducedOn ?? dossier.requestedOn, today });
    if (bar) return refuseBar(bar);
    const documents = input.documents.map(({ name, pages }) => ({ name: name.trim(), pages }));
    await em.execute(
      `insert into sealed_file (dossier_id, number, documents, sealed_on, sealed_by_name, carried_by_name)
       values (?, (select coalesce(max(number), 0) + 1 from sealed_file where dossier_id = ?), ?::jsonb, ?, ?, ?)
       on conflict (dossier_id) where lost_on is null do update set documents = excluded.documents, sealed_on = excluded.sealed_on,
         sealed_by_name = excluded.sealed_by_name, carried_by_name = excluded.carried_by_name`,
      [dossier.id, dossier.id, JSON.stringify(documents), input.sealedOn, actor.name, dossier.fullName],
    );
    return {};
  },
);

type PresentationInput = ActInput & Presentation;

/** The member has presented letter and file to the destination branch. */
export const recordPresentation = actOnTransfer(
  'recordPresentation',
  'RECORD_PRESENTATION',
  async ({ em, dossier, facts, today }, input: PresentationInput) => {
    const { sealedOn } = fileOnItsWay(facts);
    const dates = {
      kind: dossier.kind,
      status: dossier.status,
      effectiveDate: dossier.effectiveDate,
      introducedOn: dossier.introducedOn,
      presentedOn: input.receivedOn,
      closedOn: null,
    };
    const passed = flagsOf(await workingCalendar(em), dates, today).includes('OVERDUE_PRESENT');
    const isLate = passed && !facts.explained.has('OVERDUE_PRESENT');
    const bar = presentationBar(input, { sealedOn, today, isLate });
    if (bar) return refuseBar(bar);
    const lateReason = input.lateReason?.trim() || null;
    const sealNote = input.sealNote?.trim() || null;
    await em.execute(
      `update sealed_file set received_on = ?, seal_intact = ?, seal_note = ?, late_reason = ?
       where dossier_id = ? and lost_on is null`,
      [input.receivedOn, input.sealIntact, sealNote, lateReason, dossier.id],
    );
    dossier.presentedOn = input.receivedOn;
    return { reason: [sealNote, lateReason].filter(Boolean).join('\n') || null };
  },
);

type LossInput = ActInput & FileLoss;

/**
 * The member has lost the sealed file on the way: the letter is void, and the origin introduces anew. What was lost stays on record, and the
 * destination, which the dossier had reached, goes on seeing it.
 */
export const reportFileLoss = actOnTransfer(
  'reportFileLoss',
  'REPORT_FILE_LOSS',
  async (act, input: LossInput) => {
    const { em, actor, dossier, facts, today } = act;
    const { sealedOn, number } = fileOnItsWay(facts);
    const bar = lossBar(input, { sealedOn, today });
    if (bar) return refuseBar(bar);
    const refusal = await attachToTransfer(em, actor, dossier.id, input.confirmationIds, 'confirmationIds');
    if (refusal) return refusal;
    const report = input.reason?.trim() ?? '';
    await em.execute(
      `update sealed_file set lost_on = ?, lost_place = ?, lost_report = ?, loss_confirmation = ?, loss_reported_by_name = ?
       where dossier_id = ? and number = ?`,
      [
        input.lostOn,
        input.lostPlace.trim(),
        report,
        input.confirmationNumber?.trim() || null,
        actor.name,
        dossier.id,
        number,
      ],
    );
    const { sentAt } = dossier;
    await voidLetterInForce(act, report);
    // the destination, which may have reported it, goes on seeing what it had been sent
    dossier.sentAt = sentAt;
    const lost = { ...stepOf(dossier, report), lostOn: input.lostOn };
    await recordFact(em, SealedFileLost, dossier, lost, actor);
    return {};
  },
);
