import { workingCalendar } from '@dang/reference/calendar';
import type { ActInput } from '../dossier/act.ts';
import { actOnTransfer, refuseBar } from '../dossier/act.ts';
import { flagsOf } from '../dossier/deadlines.rules.ts';
import { presentationBar, sealingBar } from './sealed-file.rules.ts';

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
      `insert into sealed_file (dossier_id, documents, sealed_on, sealed_by_name, carried_by_name)
       values (?, ?::jsonb, ?, ?, ?)
       on conflict (dossier_id) where lost_on is null do update set documents = excluded.documents, sealed_on = excluded.sealed_on,
         sealed_by_name = excluded.sealed_by_name, carried_by_name = excluded.carried_by_name`,
      [dossier.id, JSON.stringify(documents), input.sealedOn, actor.name, dossier.fullName],
    );
    return {};
  },
);

type PresentationInput = ActInput & { receivedOn: string; sealIntact: boolean; lateReason?: string | null };

/** The member has presented letter and file to the destination branch. */
export const recordPresentation = actOnTransfer(
  'recordPresentation',
  'RECORD_PRESENTATION',
  async ({ em, dossier, facts, today }, input: PresentationInput) => {
    const sealedOn = facts.sealedFile?.sealedOn;
    if (sealedOn === undefined) throw new Error('the table let an unsealed file be presented');
    const dates = {
      kind: dossier.kind,
      status: dossier.status,
      effectiveDate: dossier.effectiveDate,
      introducedOn: dossier.introducedOn,
      presentedOn: input.receivedOn,
      closedOn: null,
    };
    const isLate = flagsOf(await workingCalendar(em), dates, today).includes('OVERDUE_PRESENT');
    const bar = presentationBar(input, { sealedOn, today, isLate });
    if (bar) return refuseBar(bar);
    const lateReason = input.lateReason?.trim() || null;
    await em.execute(
      'update sealed_file set received_on = ?, seal_intact = ?, late_reason = ? where dossier_id = ? and lost_on is null',
      [input.receivedOn, input.sealIntact, lateReason, dossier.id],
    );
    dossier.presentedOn = input.receivedOn;
    return { reason: lateReason };
  },
);
