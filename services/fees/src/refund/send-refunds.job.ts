import type { Job, JobContext } from '@dang/service/jobs';
import { feesEnvironment } from '../environment.ts';
import { PlatformUnavailable } from '../payment-platform/platform.port.ts';
import { platformOf } from '../payment-platform/platform.ts';
import { findRefundsToSend, noteAsked, type RefundRow } from './refund.rows.ts';
import { settleRefund } from './settle-refund.ts';

/** A run tells the platform of no more refunds than this; the next one goes on. */
const REFUNDS_A_RUN = 200;
/** After so many without an answer in a row the platform is left alone until the next run. */
const SILENCES = 3;

/**
 * Orders approved refunds at the platform, and asks after those it was told of. The approval is committed before the platform hears
 * of it, and it is asked by our own id: whatever dies in between, the next run says it again, and money goes back once.
 */
export const sendRefunds: Job = {
  name: 'send-refunds',
  cron: '* * * * *',
  async run(context) {
    let silences = 0;
    for (const refund of await findRefundsToSend(context.em, REFUNDS_A_RUN)) {
      await noteAsked(context.em, refund.id);
      silences = (await send(context, refund)) ? 0 : silences + 1;
      if (silences === SILENCES) return;
    }
  },
};

/** Whether the platform answered. */
async function send({ orm, environment, clock, log }: JobContext, refund: RefundRow): Promise<boolean> {
  const { sentAs: refundId, number, providerRef, amount, reason } = refund;
  if (providerRef === null) throw new Error(`refund ${refundId} knows no payment`);
  try {
    const order = { refundId, number, providerRef, amount: BigInt(amount), reason };
    const answer = await platformOf(feesEnvironment(environment)).refund(order);
    const to = answer.status === 'PENDING' ? ('INSTRUCTED' as const) : answer.status;
    const told = answer.status === 'FAILED' ? answer.reason : null;
    const outcome = { refundId, to, reason: told, today: clock.today(), at: clock.now() };
    await orm.em.fork().transactional((em) => settleRefund(em, outcome));
    return true;
  } catch (error) {
    if (!(error instanceof PlatformUnavailable)) throw error;
    log.warn({ err: error, refundId }, 'the payment platform does not take a refund now');
    return false;
  }
}
