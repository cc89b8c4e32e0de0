import { describe, expect, test } from '@jest/globals';
import type { ConfirmedPayment, PaymentAnswer } from '../ledger/confirm-payments.ts';
import { type Confirm, confirmationQueue } from './confirmation-queue.ts';

const payment = (number: string): ConfirmedPayment => ({
  provider: 'national',
  messageId: `m-${number}`,
  number,
  providerRef: `r-${number}`,
  amount: 60_000n,
  paidAt: new Date('2026-07-06T02:00:00Z'),
  method: 'BANK',
  clockDiffers: false,
});
const answerTo = ({ number }: ConfirmedPayment): PaymentAnswer => ({
  number,
  outcome: 'CONFIRMED',
  orderId: null,
});

/** A database that answers when it is told to, and remembers what it was asked. */
function slowDatabase(answer: (payments: readonly ConfirmedPayment[]) => readonly PaymentAnswer[]) {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  const confirm: Confirm = (payments) =>
    new Promise((resolve, reject) => {
      asked.push(payments.map(({ number }) => number));
      answers.push(() => {
        try {
          resolve(answer(payments));
        } catch (error) {
          reject(error);
        }
      });
    });
  const answerAll = async () => {
    for (let next = answers.shift(); next; next = answers.shift()) {
      next();
      await new Promise(setImmediate);
    }
  };
  return { asked, confirm, answerAll };
}

const tick = () => new Promise(setImmediate);

describe('payments that come together', () => {
  test('go together by number; who comes while two calls are under way goes with the next', async () => {
    const { asked, confirm, answerAll } = slowDatabase((payments) => payments.map(answerTo));
    const queue = confirmationQueue(confirm);
    const come = async (...numbers: string[]) => {
      const answers = numbers.map((number) => queue.confirm(payment(number)));
      await tick();
      return { answers };
    };
    const first = await come('5', '4');
    const second = await come('6');
    const third = await come('3', '1');
    const fourth = await come('2');
    expect(asked).toEqual([['4', '5'], ['6']]);
    await answerAll();
    expect(asked).toEqual([['4', '5'], ['6'], ['1', '2', '3']]);
    const answers = await Promise.all([first, second, third, fourth].flatMap((come) => come.answers));
    expect(answers.map(({ number }) => number)).toEqual(['5', '4', '6', '3', '1', '2']);
  });

  test('go a hundred at a time', async () => {
    const { asked, confirm, answerAll } = slowDatabase((payments) => payments.map(answerTo));
    const queue = confirmationQueue(confirm);
    const all = Array.from({ length: 252 }, (_, index) => queue.confirm(payment(String(index))));
    await tick();
    await answerAll();
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 52]);
    expect(await Promise.all(all)).toHaveLength(252);
  });

  test('are turned away when thousands wait already, and taken again later', async () => {
    const { confirm, answerAll } = slowDatabase((payments) => payments.map(answerTo));
    const queue = confirmationQueue(confirm);
    const all = Array.from({ length: 5_000 }, (_, index) => queue.confirm(payment(String(index))));
    await expect(queue.confirm(payment('one more'))).rejects.toThrow('too many');
    await tick();
    await answerAll();
    expect(await Promise.all(all)).toHaveLength(5_000);
    const later = queue.confirm(payment('one more'));
    await tick();
    await answerAll();
    expect(await later).toEqual(answerTo(payment('one more')));
  });

  test('fail alone: the others are stored', async () => {
    const { asked, confirm, answerAll } = slowDatabase((payments) => {
      if (payments.some(({ number }) => number === 'bad')) throw new Error('not this one');
      return payments.map(answerTo);
    });
    const queue = confirmationQueue(confirm);
    const settled = Promise.allSettled(['b', 'bad', 'c'].map((number) => queue.confirm(payment(number))));
    await tick();
    await answerAll();
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(asked).toEqual([['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  });

  test('are not tried alone when there is no database to try with', async () => {
    const { asked, confirm, answerAll } = slowDatabase(() => {
      throw new Error('the database is away');
    });
    const queue = confirmationQueue(confirm, () => 'GIVE_UP');
    const settled = Promise.allSettled(['a', 'b', 'c'].map((number) => queue.confirm(payment(number))));
    await tick();
    await answerAll();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  test('after a failure whoever comes is served', async () => {
    let isDown = true;
    const queue = confirmationQueue(async (payments) => {
      if (isDown) throw new Error('the database is away');
      return payments.map(answerTo);
    });
    await expect(queue.confirm(payment('1'))).rejects.toThrow('away');
    isDown = false;
    expect(await queue.confirm(payment('1'))).toEqual(answerTo(payment('1')));
  });
});
