import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { codes, openDispatch } from '../../test/dispatch-stage.ts';
import { desks } from '../../test/transfer-stage.ts';
import { receiptsShape } from './document-system.port.ts';
import { claimDueLetters, noteCalled } from './due-dispatches.ts';

let open: Awaited<ReturnType<typeof openDispatch>>;
beforeAll(async () => {
  open = await openDispatch();
});
afterEach(async () => {
  await open.arm({});
  await open.stage.em().execute('delete from letter_dispatch');
});
afterAll(() => open?.close());

type Letter = Awaited<ReturnType<typeof open.leaving>>;
const far = codes.thanhHoa as string;
const rowOf = async (id: string) => (await open.rows(id))[0] ?? {};
const keptOf = async (id: string) => open.kept.get(String((await rowOf(id)).id));
const answeredOnPaper = (id: string) => open.stage.done(desks.secretary, 'recordOutsideReturn', id);

/** What the member reads of it. */
const shownTo = async ({ id, applicant }: Letter): Promise<string> =>
  (
    await open.stage.ask(
      `query ($id: UUID!) { transfer(id: $id) { outside { dispatch { status } } } }`,
      { id },
      applicant,
    )
  ).transfer.outside.dispatch.status;

/** A worker that dies with the letter in hand: before it called, or after the system took it and before it could write that down. */
async function dies(at: 'BEFORE_THE_CALL' | 'AFTER_THE_CALL'): Promise<void> {
  const work = open.work();
  const { handOver } = work.system;
  const gone = new Promise<never>(() => {});
  await new Promise<void>((resolve) => {
    work.system.handOver = async (letter) => {
      if (at === 'AFTER_THE_CALL') await handOver(letter);
      resolve();
      return gone;
    };
    void open.round(work);
  });
}

describe('a worker that dies between call and mark, while the letter is answered on paper', () => {
  test('leaves a letter that has left: nobody says it was called off, and the system is asked by the same id', async () => {
    const letter = await open.leaving();
    await dies('AFTER_THE_CALL');
    await answeredOnPaper(letter.id);
    expect(await shownTo(letter)).toBe('UNCERTAIN');
    await open.later('9 minutes');
    await open.round();
    expect([await shownTo(letter), (await rowOf(letter.id)).status]).toEqual(['UNCERTAIN', 'WAITING']);
    await open.later('1 minute');
    await open.round();
    const kept = await keptOf(letter.id);
    expect(await rowOf(letter.id)).toMatchObject({ status: 'HANDED_OVER', ref: kept?.ref });
    expect([await shownTo(letter), kept?.calls]).toEqual(['HANDED_OVER', 1]);
    expect(await open.round()).toBe(0);
  });

  test('leaves a letter that has not left: it is called off when the system says so, and not before', async () => {
    const letter = await open.leaving();
    await dies('BEFORE_THE_CALL');
    await answeredOnPaper(letter.id);
    await open.arm({ error500: 'always' });
    await open.later('10 minutes');
    await open.round();
    expect(await shownTo(letter)).toBe('UNCERTAIN');
    await open.arm({});
    expect(await open.round()).toBe(0);
    await open.later('10 minutes');
    await open.round();
    expect([await shownTo(letter), await keptOf(letter.id)]).toEqual(['WITHDRAWN', undefined]);
  });

  test('and is awaited still, leaves it to another, who tells it again', async () => {
    const letter = await open.leaving();
    await dies('AFTER_THE_CALL');
    expect(await shownTo(letter)).toBe('WAITING');
    await open.later('3 minutes');
    await open.round();
    expect([await shownTo(letter), (await keptOf(letter.id))?.calls]).toEqual(['HANDED_OVER', 2]);
  });
});

describe('a call whose answer never came', () => {
  test('may have let the letter leave, also when it was answered on paper since', async () => {
    const letter = await open.leaving();
    await open.arm({ silence: far });
    await open.round();
    await answeredOnPaper(letter.id);
    await open.round();
    expect(await shownTo(letter)).toBe('UNCERTAIN');
    await open.arm({});
    await open.later('10 minutes');
    await open.round();
    expect(await shownTo(letter)).toBe('HANDED_OVER');
  });

  test('and a refusal after it, of what the system has already, is no refusal', async () => {
    const letter = await open.leaving();
    await open.arm({ silence: far });
    await open.round();
    await open.arm({ refuse: far });
    await open.later('1 minute');
    await open.round();
    const kept = await keptOf(letter.id);
    expect(await rowOf(letter.id)).toMatchObject({ status: 'HANDED_OVER', ref: kept?.ref, reason: null });
  });

  test('and a refusal after it, of what the system never had, is one', async () => {
    const letter = await open.leaving();
    await open.arm({ error500: far });
    await open.round();
    await open.arm({ refuse: far });
    await open.later('1 minute');
    await open.round();
    expect((await rowOf(letter.id)).status).toBe('REFUSED');
  });
});

test('a letter that is answered between taking it and calling does not leave', async () => {
  const letter = await open.leaving();
  const [taken] = await claimDueLetters(open.stage.em(), 4);
  await answeredOnPaper(letter.id);
  expect(await noteCalled(open.stage.em(), `${taken?.id}`)).toBe(false);
  await open.later('3 minutes');
  await open.round();
  expect([await shownTo(letter), await keptOf(letter.id)]).toEqual(['WITHDRAWN', undefined]);
});

test('a receipt that is not as agreed keeps nobody from the others', async () => {
  const [odd, even] = [await open.leaving(), await open.leaving()];
  await open.round();
  const [strange, fine] = [String((await rowOf(odd.id)).id), String((await rowOf(even.id)).id)];
  const work = open.work();
  const said: object[] = [
    { id: strange, step: '99', at: '2026-07-06T00:00:00Z' },
    { id: strange, step: '03', at: '0000-01-01T00:00:00Z' },
    { id: fine, step: '02', at: '2026-07-06T00:00:00Z', reason: `Sai\0${'x'.repeat(600)}` },
    { id: '01980000-0000-7000-8000-0000000000d1', step: '03', at: '2026-07-06T00:00:00Z' },
  ];
  work.system.receipts = async () => receiptsShape.parse({ receipts: said });
  await open.later('10 minutes');
  await open.round(work);
  expect((await rowOf(odd.id)).status).toBe('HANDED_OVER');
  expect(await rowOf(even.id)).toMatchObject({
    status: 'REFUSED',
    reason: expect.stringMatching(/^Sai x{496}$/),
  });
});
