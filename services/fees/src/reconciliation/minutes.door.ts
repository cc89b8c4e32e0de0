import { verifyDoor } from '@dang/documents/signing/verify-door';
import type { Door } from '@dang/service/doors/door';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { makeMinutes } from './minutes.ts';
import { findReconciliation } from './reconciliation.rows.ts';

/** `/files/minutes/<reconciliation>`: the minutes as PDF, to whoever holds a signed link. */
export const minutesDoor: Door = (app, { orm, environment }) => {
  signedGet<{ id: string }>(app, '/files/minutes/:id', environment, async ({ id }, reply) => {
    const minutes = await makeMinutes(orm.em.fork(), id);
    if (!minutes) return undefined;
    return sendFile(reply, { name: `${minutes.number}.pdf`, type: 'application/pdf', body: minutes.pdf });
  });
};

/** `/verify/fees/<signature>`: whether signed minutes hold, for everybody. */
export const minutesVerification: Door = verifyDoor('fees', async (em, { subjectId }) => {
  const dossier = await findReconciliation(em, subjectId);
  return dossier && { kind: 'Biên bản đối chiếu đảng phí', number: dossier.number };
});
