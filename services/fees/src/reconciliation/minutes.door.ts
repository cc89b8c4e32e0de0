import type { Door } from '@dang/service/doors/door';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { makeMinutes } from './minutes.ts';

/** `/files/minutes/<reconciliation>`: the minutes as PDF, to whoever holds a signed link. */
export const minutesDoor: Door = (app, { orm, environment }) => {
  signedGet<{ id: string }>(app, '/files/minutes/:id', environment, async ({ id }, reply) => {
    const minutes = await makeMinutes(orm.em.fork(), id);
    if (!minutes) return undefined;
    return sendFile(reply, { name: `${minutes.number}.pdf`, type: 'application/pdf', body: minutes.pdf });
  });
};
