import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codes, openDispatch } from '../../test/dispatch-stage.ts';
import { desks, officer, units } from '../../test/transfer-stage.ts';

let open: Awaited<ReturnType<typeof openDispatch>>;
beforeAll(async () => {
  open = await openDispatch();
});
afterAll(() => open?.close());

const refusedLetter = async () => {
  await open.arm({ refuse: codes.thanhHoa as string });
  const letter = await open.leaving();
  await open.round();
  await open.arm({});
  return letter;
};
async function resend(
  actor: Actor | null,
  transferId: string,
  expectedVersion: number,
  key: string = randomUUID(),
) {
  const { data, errors } = await open.stage.execute(
    'mutation ($input: ResendLetterInput!) { resendLetter(input: $input) { transfer { id } refusal { code } } }',
    { input: { idempotencyKey: key, transferId, expectedVersion } },
    actor,
  );
  if (errors) return String(errors[0]?.extensions?.code);
  return data?.resendLetter.refusal?.code ?? 'done';
}
const shown = async (actor: Actor, id: string) =>
  (
    await open.stage.ask(
      `query ($id: UUID!) { transfer(id: $id) { outside { dispatch { status receiver { id } ref reason handedOverAt answeredAt } } } }`,
      { id },
      actor,
    )
  ).transfer.outside.dispatch;

describe('Mutation.resendLetter', () => {
  test('is there for who signs letters on the origin’s side, and for nobody else', async () => {
    const { id, version, applicant } = await refusedLetter();
    expect(await resend(null, id, version)).toBe('UNAUTHENTICATED');
    for (const actor of [
      testActor(),
      applicant,
      desks.admin,
      desks.inspector,
      { ...desks.secretary, accountStatus: 'LOCKED' as const },
    ])
      expect(await resend(actor, id, version)).toBe('FORBIDDEN');
    for (const actor of [
      desks.stranger,
      desks.sibling,
      desks.host,
      officer('phuDong', 'COMMITTEE_SECRETARY'),
    ])
      expect(await resend(actor, id, version)).toBe('NOT_FOUND');
    expect(await resend(desks.board, randomUUID(), version)).toBe('NOT_FOUND');
    expect(await resend(desks.board, id, 1)).toBe('VERSION_CONFLICT');
    const own = officer('branch1', 'BRANCH_DEPUTY_SECRETARY', { memberId: applicant.memberId });
    expect(await resend(own, id, version)).toBe('OWN_CASE');
    const key = randomUUID();
    expect(await resend(desks.board, id, version, key)).toBe('done');
    expect(await resend(desks.board, id, version, key)).toBe('done');
    expect(await resend(desks.board, id, version)).toBe('WRONG_STATE');
    expect((await open.rows(id)).map(({ status }) => status)).toEqual(['REFUSED', 'WAITING']);
    await open.round();
    expect((await open.rows(id)).map(({ status }) => status)).toEqual(['REFUSED', 'HANDED_OVER']);
  });

  test('is not for a letter that was not refused, nor for one that is awaited no longer', async () => {
    const { id, version } = await open.leaving();
    expect(await resend(desks.secretary, id, version)).toBe('WRONG_STATE');
    const late = await refusedLetter();
    const { version: now } = await open.stage.done(desks.secretary, 'recordOutsideReturn', late.id);
    expect(await resend(desks.secretary, late.id, now)).toBe('WRONG_STATE');
  });
});

describe('Transfer.outside.dispatch', () => {
  test('tells the member and the origin where the letter is', async () => {
    const { id, applicant } = await open.leaving();
    expect(await shown(applicant, id)).toMatchObject({
      status: 'WAITING',
      receiver: { id: units.thanhHoa },
      ref: null,
    });
    await open.round();
    await open.later('10 minutes');
    await open.round();
    for (const actor of [applicant, desks.secretary, desks.board])
      expect(await shown(actor, id)).toEqual({
        status: 'ARRIVED',
        receiver: { id: units.thanhHoa },
        ref: expect.stringMatching(/^VB/),
        reason: null,
        handedOverAt: expect.stringMatching(/Z$/),
        answeredAt: expect.stringMatching(/Z$/),
      });
  });
});
