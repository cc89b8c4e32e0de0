import type { Door } from '@dang/service/doors/door';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { feesEnvironment } from '../environment.ts';
import { makeReceipt } from './receipt-form.ts';

/** `/files/receipts/<order>` and `/files/receipts/<order>/<member>`: receipts as PDF, to whoever holds a signed link. */
export const receiptDoor: Door = (app, { orm, environment }) => {
  for (const path of ['/files/receipts/:orderId', '/files/receipts/:orderId/:memberId'])
    signedGet<{ orderId: string; memberId: string }>(app, path, environment, async (params, reply) => {
      const { orderId, memberId = null } = params;
      const receipt = await makeReceipt(orm.em.fork(), feesEnvironment(environment), orderId, memberId);
      if (!receipt) return undefined;
      return sendFile(reply, { name: `${receipt.number}.pdf`, type: 'application/pdf', body: receipt.pdf });
    });
};
