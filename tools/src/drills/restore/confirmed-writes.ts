import { membersOwing } from '../../demo/fees-data.ts';
import { type DemoMember, members } from '../../demo/people.ts';
import type { Running } from '../../launcher/running.ts';
import { payOnline } from '../../scenarios/pay-dues.ts';
import { openStage } from '../../scenarios/stage.ts';

/** A write of which somebody saw that it was done; times are those of this machine, which is the database's as well. */
export interface ConfirmedWrite {
  readonly kind: 'ticket' | 'payment';
  readonly id: string;
  /** The number that people and the payment platform know it by. */
  readonly number: string;
  readonly askedAt: Date;
  readonly seenAt: Date;
}

/** People who write without a pause. */
export interface Writers {
  readonly confirmed: readonly ConfirmedWrite[];
  /** Lets these people in before all others. */
  letIn(first: readonly DemoMember[]): void;
  /** Lets everybody end what they have begun. */
  stop(): Promise<void>;
}

/** Of a write that failed on the way nobody saw an end: it may be there or not. More than these would be a fault of the system. */
const UNCONFIRMED_SHARE = 0.05;
const seen = 'order { id number version status total totalInWords checkoutUrl }';
const nowhere = { write: () => true } as unknown as NodeJS.WritableStream;
const able = members.filter(({ hasAccount, persona }) => hasAccount && !persona);
const owing = able.filter(({ id }) => membersOwing.has(id));
/** Who owe dues and are kept for later: so that there is something to pay right before the moment, after it, and after the restore again. */
export const kept = owing.slice(-60);
/** Everybody else, those who owe first: on a quick machine the others go on asking when these have paid. */
const people = [...owing.slice(0, -60), ...able.filter(({ id }) => !membersOwing.has(id))];

/**
 * `count` queues of members: each asks for help, pays a month on the page of the platform when there is one to pay, and makes room for the next,
 * until they are told to stop. @throws from `stop` what went wrong for somebody
 */
export function startWriters(running: Running, count: number, first: readonly DemoMember[] = []): Writers {
  const stage = openStage(running, nowhere);
  const confirmed: ConfirmedWrite[] = [];
  const unconfirmed: unknown[] = [];
  const waiting = [...first, ...people];
  let isStopping = false;
  const note = async (
    kind: ConfirmedWrite['kind'],
    write: () => Promise<{ id: string; number: string }>,
  ): Promise<void> => {
    const askedAt = new Date();
    try {
      const { id, number } = await write();
      confirmed.push({ kind, id, number, askedAt, seenAt: new Date() });
    } catch (error) {
      unconfirmed.push(error);
    }
  };
  const queue = async (): Promise<void> => {
    for (let member = waiting.shift(); member && !isStopping; member = waiting.shift()) {
      const person = await stage.signIn(member.fullName, member.personalId);
      await note('ticket', async () => {
        const input = { category: 'DUES', text: 'Tôi muốn hỏi về kỳ đóng đảng phí.' };
        return (await person.act('hỏi', 'openTicket', input, 'ticket { id number }')).ticket;
      });
      const { me } = await person.ask('{ me { dues { bill { total } } } }');
      if (!me?.dues?.bill?.total) continue;
      await note('payment', async () => {
        const { order } = await person.act('nộp một tháng', 'payDues', { months: 1 }, seen);
        return await payOnline(stage, person, order, 'BANK');
      });
    }
    if (!isStopping) throw new Error('Nobody is left: the drill took too long.');
  };
  const queues = Promise.allSettled(Array.from({ length: count }, queue));
  return {
    confirmed,
    letIn: (first) => {
      waiting.unshift(...first);
    },
    stop: async () => {
      isStopping = true;
      const failed = (await queues).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
      if (unconfirmed.length > UNCONFIRMED_SHARE * confirmed.length) throw unconfirmed[0];
    },
  };
}
