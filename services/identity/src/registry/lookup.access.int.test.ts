import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { openText } from '@dang/service/sealed-text';
import { testActor } from '@dang/service/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';
import { openRegistry, registered } from '../../test/registry-stand-in.ts';
import { registryMatchOf } from './registry-match.ts';

let standIn: Awaited<ReturnType<typeof openRegistry>>;
let house: House;
beforeAll(async () => {
  standIn = await openRegistry();
  house = await openIdentity({ environment: standIn.environment });
});
afterEach(() => standIn.arm({}));
afterAll(async () => {
  await house.close();
  await standIn.close();
});

const LOOK_UP = `mutation ($input: LookUpRegistryInput!) {
  lookUpRegistry(input: $input) {
    match { found fullName dateOfBirth cardNumberMasked profileNumber joinDate officialDate status branch { id } }
    refusal { code field }
  }
}`;

async function lookUp(actor: Actor | null, input: Record<string, unknown>) {
  const { data, errors } = await house.execute(
    LOOK_UP,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return { ...data?.lookUpRegistry, error: errors?.[0]?.extensions?.code };
}

/** A citizen with a fresh account whom the member database knows. */
async function knownApplicant(over: Record<string, unknown> = {}) {
  const applicant = await openDraft(house, 'Nguyễn Hải Yến');
  const [row] = await house
    .em()
    .execute<{ sealed: string }[]>('select personal_id_sealed as sealed from account where id = ?', [
      applicant.accountId,
    ]);
  const personalId = openText(house.environment.PROVINCE_KEY, row?.sealed ?? '');
  standIn.members.record(registered({ personalId, ...over }));
  return { applicant, personalId };
}

describe('Mutation.lookUpRegistry', () => {
  test('fills the form from the member database, numbers covered, and keeps the answer', async () => {
    const { applicant, personalId } = await knownApplicant();
    const { match, refusal } = await lookUp(applicant, { cardNumber: personalId });
    expect(refusal).toBeNull();
    expect(match).toEqual({
      found: true,
      fullName: 'Nguyễn Hải Yến',
      dateOfBirth: '1985-02-25',
      cardNumberMasked: `*********${personalId.slice(-3)}`,
      profileNumber: '004321',
      joinDate: '2012-05-19',
      officialDate: '2013-05-19',
      status: 'ACTIVE',
      branch: { id: units.branch1 },
    });
    const kept = await registryMatchOf(house.em(), applicant.accountId);
    expect(kept?.record?.branchId).toBe(units.branch1);
    expect(JSON.stringify(kept)).not.toContain(personalId);
    expect((await lookUp(applicant, { profileNumber: '004321' })).match.found).toBe(true);
  });

  test('somebody else’s number is as unknown as one of nobody (T51: a warning, the form is typed)', async () => {
    const { personalId } = await knownApplicant({ profileNumber: '7654321' });
    const stranger = await openDraft(house, 'Người Lạ');
    const nobody = { ...(await lookUp(stranger, { cardNumber: '999999999999' })) };
    expect(nobody.match).toMatchObject({ found: false, fullName: null, branch: null });
    expect(await lookUp(stranger, { cardNumber: personalId })).toEqual(nobody);
    expect(await lookUp(stranger, { profileNumber: '7654321' })).toEqual(nobody);
  });

  test('nobody is refused, a number that is none names its field, no number too', async () => {
    expect((await lookUp(null, { cardNumber: '1' })).error).toBe('UNAUTHENTICATED');
    const applicant = await openDraft(house, 'Người Nộp');
    expect((await lookUp(applicant, { cardNumber: '123' })).refusal).toEqual({
      code: 'INVALID_INPUT',
      field: 'cardNumber',
    });
    expect((await lookUp(applicant, { profileNumber: 'x' })).refusal.field).toBe('profileNumber');
    expect((await lookUp(applicant, {})).refusal).toEqual({ code: 'INVALID_INPUT', field: 'cardNumber' });
  });

  test('another account is there only for the office that enters papers for its branch', async () => {
    const { applicant, personalId } = await knownApplicant();
    await house
      .em()
      .execute('update account set branch_id = ? where id = ?', [units.branch1, applicant.accountId]);
    const input = { accountId: applicant.accountId, cardNumber: personalId };
    const strangers = [
      actorNamed('neighbour'),
      actorNamed('secretary'),
      actorNamed('sibling'),
      actorNamed('admin'),
      testActor({ role: 'OFFICE_STAFF', unitId: units.ward }),
      await openDraft(house, 'Người Khác'),
    ];
    for (const actor of strangers) expect((await lookUp(actor, input)).refusal?.code).toBe('NOT_FOUND');
    const unknown = { ...input, accountId: randomUUID() };
    expect((await lookUp(actorNamed('secretary'), unknown)).refusal.code).toBe('NOT_FOUND');

    const officeAt = async (unitId: string) => {
      const [position] = await house.em().execute<{ id: string }[]>(
        `insert into position (member_id, unit_id, role, title, from_date)
         values (?, ?, 'OFFICE_STAFF', 'Chuyên viên', '2026-01-01') returning id`,
        [actorNamed('neighbour').memberId, unitId],
      );
      const capacity = {
        positionId: position?.id ?? '',
        role: 'OFFICE_STAFF',
        title: 'Chuyên viên',
        unitId,
      } as const;
      return actorNamed('neighbour', { capacity });
    };
    expect((await lookUp(await officeAt(units.ward), input)).match.found).toBe(true);
    const elsewhere = await officeAt(units.otherCommittee);
    expect((await lookUp(elsewhere, input)).refusal.code).toBe('NOT_FOUND');
  });

  test('the same key and input answer the same, another input is refused', async () => {
    const { applicant, personalId } = await knownApplicant();
    const input = { idempotencyKey: 'one look', cardNumber: personalId };
    const first = await lookUp(applicant, input);
    expect(await lookUp(applicant, input)).toEqual(first);
    const other = await lookUp(applicant, { idempotencyKey: 'one look', profileNumber: '1' });
    expect(other.refusal.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  test('an account has ten look-ups an hour, whether they lead to something or not', async () => {
    const applicant = await openDraft(house, 'Người Dò Số');
    const answers = [];
    for (let turn = 0; turn < 11; turn++)
      answers.push(await lookUp(applicant, { profileNumber: String(turn) }));
    expect(answers.slice(0, 10).every(({ match }) => match?.found === false)).toBe(true);
    expect(answers[10]?.refusal.code).toBe('RATE_LIMITED');
    await house
      .em()
      .execute(
        `update registry_lookup set asked_at = asked_at - interval '61 minutes' where account_id = ?`,
        [applicant.accountId],
      );
    expect((await lookUp(applicant, { profileNumber: '99' })).match.found).toBe(false);
  });

  test.each(['silence', 'error', 'malformed'])(
    'a member database with %s is away, and nothing is kept',
    async (fault) => {
      const { applicant, personalId } = await knownApplicant();
      await standIn.arm({ [fault]: 'next' });
      expect((await lookUp(applicant, { cardNumber: personalId })).refusal.code).toBe('REGISTRY_UNAVAILABLE');
      expect(await registryMatchOf(house.em(), applicant.accountId)).toBeNull();
    },
  );
});
