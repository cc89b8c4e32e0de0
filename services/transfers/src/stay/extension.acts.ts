import { StayExtensionDecided } from '@dang/events/contracts/transfers/stay-extension-decided';
import { StayExtensionRequested } from '@dang/events/contracts/transfers/stay-extension-requested';
import type { Refusal } from '@dang/service/refusal';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, ActInput } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import { recordFact } from '../dossier/dossier.events.ts';
import type { BroughtDocument } from '../file/transfer-files.ts';
import { attachMembersDocuments, barMissingDocuments } from '../file/transfer-files.ts';
import { getStay, stayStepOf } from './stay.events.ts';
import { extensionBar } from './stay.rules.ts';

interface ExtensionInput extends ActInput {
  readonly through: string;
  readonly specialDocument?: string | null;
  readonly documents?: readonly BroughtDocument[];
}

/** The member asks the committee at the place of the stay for a longer term, and so tells the origin. */
export const requestStayExtension = actOnTransfer(
  'requestStayExtension',
  'REQUEST_EXTENSION',
  async ({ em, actor, dossier, today }, input: ExtensionInput) => {
    const stay = await getStay(em, dossier);
    const bar = extensionBar(stay, input, { reason: dossier.reason, today });
    if (bar) return refuseBar(bar);
    const { documents } = input;
    const refusal =
      barMissingDocuments(['DECISION'], documents) ??
      (await attachMembersDocuments(em, actor, dossier, documents));
    if (refusal) return refusal;
    const reason = input.reason?.trim() ?? '';
    const specialDocument = input.specialDocument?.trim() || null;
    await em.execute(
      `insert into stay_extension (dossier_id, asked_on, old_through, new_through, reason, special_document)
       values (?, ?, ?, ?, ?, ?)`,
      [dossier.id, today, stay.through, input.through, reason, specialDocument],
    );
    const asked = { reason, through: stay.through, newThrough: input.through };
    await recordFact(em, StayExtensionRequested, dossier, { ...stayStepOf(dossier), ...asked }, actor);
    return {};
  },
);

/** Writes the answer beside what was asked; the term that holds now is told to both sides. */
async function decide(
  { em, actor, dossier, today }: Act,
  granted: boolean,
  reason: string | null,
): Promise<Refusal | Record<never, never>> {
  await em.execute(
    `update stay_extension set granted = ?, decided_on = ?, decision_reason = ?, decided_by_name = ?, decided_by_title = ?
     where dossier_id = ? and granted is null`,
    [granted, today, reason, actor.name, actor.capacity?.title ?? null, dossier.id],
  );
  if (granted)
    await em.execute(
      `update temporary_stay s set through = e.new_through, special_document = coalesce(e.special_document, s.special_document)
       from (select dossier_id, new_through, special_document from stay_extension
         where dossier_id = ? and granted order by id desc limit 1) e
       where s.dossier_id = e.dossier_id`,
      [dossier.id],
    );
  const { through } = await getStay(em, dossier);
  const decided = { ...stayStepOf(dossier), reason, granted, through };
  await recordFact(em, StayExtensionDecided, dossier, decided, actor);
  return {};
}

/** The committee agrees: the stay lasts as long as was asked for. */
export const grantStayExtension = actOnTransfer('grantStayExtension', 'GRANT_EXTENSION', (act) =>
  decide(act, true, null),
);

/** The committee does not agree: the term stays as it was. */
export const refuseStayExtension = actOnTransfer(
  'refuseStayExtension',
  'REFUSE_EXTENSION',
  (act, { reason }) => decide(act, false, reason?.trim() ?? null),
);
