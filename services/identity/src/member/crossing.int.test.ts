import { randomUUID } from 'node:crypto';
import { arrivalsOf } from '@dang/events/arrivals';
import { contractBreaches, type EventContract } from '@dang/events/contract';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { sealText } from '@dang/service/sealed-text';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, personalIdOf, units } from '../../test/identity-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.em().execute('truncate member_stay, member_crossing, member_letter, completed_transfer, inbox');
  await house.em().execute(`update member set status = 'ACTIVE' where status = 'TRANSFERRED_OUT'`);
  await house.drainOutbox();
});

const fact = <Data extends { transferId: string }>(
  contract: EventContract<string, Data>,
  over: Partial<Data>,
): Envelope => {
  const data = { ...contract.example, transferId: randomUUID(), ...over } as Data;
  return makeEnvelope(contract, { aggregateId: data.transferId, data }, { province: '05' });
};
const neighbour = { memberId: ids.member('neighbour'), originBranchId: units.branch1 };
const left = (over: object = {}) =>
  fact(MemberTransferredOut, { ...neighbour, leftOn: '2026-07-06', ...over });
const came = (over: object = {}) =>
  fact(MemberTransferredIn, {
    memberId: neighbour.memberId,
    destinationBranchId: units.otherBranch,
    completedOn: '2026-08-03',
    ...over,
  });

async function statusOf(name: string): Promise<string> {
  const { data, errors } = await house.execute('{ me { status } }', {}, actorNamed(name, { plain: true }));
  expect(errors).toBeUndefined();
  return data?.me.status;
}
const recorded = async (): Promise<string[]> =>
  (await house.drainOutbox())
    .filter(({ type }) => type.includes('MemberRecorded'))
    .flatMap(({ data }) => {
      expect(contractBreaches(MemberRecorded, data)).toEqual([]);
      return (data as typeof MemberRecorded.example).members.map(({ status }) => status);
    });
const rowOf = async (id: string) =>
  (await house.em().execute<Record<string, unknown>[]>('select * from member where id = ?', [id]))[0];

describe('a temporary stay', () => {
  const transferId = randomUUID();
  const stay = { ...neighbour, transferId, destinationBranchId: units.otherBranch };
  const started = fact(TemporaryStayStarted, stay);
  const ended = fact(TemporaryStayEnded, stay);

  test('shows the member as away from its beginning to its end, in whatever order they come; nothing is told of it', async () => {
    await house.deliver(started, started);
    expect(await statusOf('neighbour')).toBe('ACTIVE_TEMP_AWAY');
    await house.deliver(ended);
    expect(await statusOf('neighbour')).toBe('ACTIVE');
    await house.em().execute('truncate member_stay, inbox');
    await house.deliver(ended, started);
    expect(await statusOf('neighbour')).toBe('ACTIVE');
    expect(await recorded()).toEqual([]);
  });

  test('says nothing of somebody who is not active', async () => {
    await house.deliver(started, left());
    expect(await statusOf('neighbour')).toBe('TRANSFERRED_OUT');
  });
});

describe('a member who leaves the province', () => {
  test('is told as transferred out, once, and still reads what is theirs', async () => {
    const event = left();
    await house.deliver(event, event);
    await house.em().execute('truncate inbox');
    await house.deliver(event);
    expect(await statusOf('neighbour')).toBe('TRANSFERRED_OUT');
    expect(await recorded()).toEqual(['TRANSFERRED_OUT']);
    const [account] = await house
      .em()
      .execute<{ status: string }[]>('select status from account where member_id = ?', [neighbour.memberId]);
    expect(account?.status).toBe('ACTIVE');
  });

  test('and has died by the registry stays so', async () => {
    await house.em().execute(`update member set status = 'DECEASED' where id = ?`, [neighbour.memberId]);
    await house.deliver(left());
    expect(await recorded()).toEqual([]);
    await house.em().execute(`update member set status = 'ACTIVE' where id = ?`, [neighbour.memberId]);
  });

  test('and comes back is active again, in any order and however often it is heard', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 100_000);
    process.stdout.write(`crossings in any order: seed ${seed}\n`);
    const random = seededRandom(seed);
    const life = [
      left(),
      came(),
      left({ originBranchId: units.otherBranch, leftOn: '2026-09-01' }),
      came({ completedOn: '2026-10-01', destinationBranchId: units.branch2 }),
    ];
    for (let length = 1; length <= life.length; length += 1) {
      for (let round = 0; round < 4; round += 1) {
        await house.em().execute('truncate member_crossing, inbox');
        await house.em().execute(`update member set status = 'ACTIVE' where id = ?`, [neighbour.memberId]);
        for (const event of arrivalsOf(life.slice(0, length), random)) await house.deliver(event);
        expect([seed, length, await statusOf('neighbour')]).toEqual([
          seed,
          length,
          length % 2 === 1 ? 'TRANSFERRED_OUT' : 'ACTIVE',
        ]);
      }
    }
  });
});

describe('a member who comes from outside', () => {
  const person = {
    ...MemberTransferredIn.example.person,
    fullName: 'Trần Văn Khách',
    legacyCardNumber: '38.123456',
    officialDate: '2009-01-01',
  };
  const sealed = (digits: string) => sealText(house.environment.PROVINCE_KEY, digits);

  test('becomes known as the letter tells of them, once, and everybody is told', async () => {
    const memberId = randomUUID();
    const event = came({ memberId, person: { ...person, cardNumberSealed: sealed('038085000001') } });
    await house.deliver(event, event);
    await house.em().execute('truncate inbox');
    await house.deliver(event);
    expect(await recorded()).toEqual(['ACTIVE']);
    expect(await rowOf(memberId)).toMatchObject({
      full_name: 'Trần Văn Khách',
      gender: 'MALE',
      join_date: '2010-05-19',
      official_date: null,
      legacy_card_number: '38123456',
      profile_number: '0654321',
      card_number_index: expect.any(String),
      status: 'ACTIVE',
      registry_source: 'SELF_DECLARED',
    });
  });

  test('whose card number is somebody else’s here is made without it, and the audit trail says so', async () => {
    const memberId = randomUUID();
    const taken = { ...person, legacyCardNumber: null, cardNumberSealed: sealed(personalIdOf('secretary')) };
    await house.deliver(came({ memberId, person: taken }));
    expect(await rowOf(memberId)).toMatchObject({ card_number_sealed: null, card_number_index: null });
    const lines = await house
      .em()
      .execute<{ after: object }[]>(
        `select after from audit_entry where action = 'receiveMember' and member_id = ?`,
        [memberId],
      );
    expect(lines).toEqual([{ after: expect.objectContaining({ cardNumberTaken: true }) }]);
  });

  test('and is known here keeps what is known', async () => {
    const before = await rowOf(neighbour.memberId);
    await house.deliver(came({ person: { ...person, cardNumberSealed: sealed('038085000002') } }));
    expect(await rowOf(neighbour.memberId)).toEqual(before);
  });
});

test('a secretary who leaves the province holds nothing here any more, nor do those whom they appointed, and a successor is due (T74)', async () => {
  const memberId = ids.member('secretary');
  await house.em().execute(
    `insert into position (member_id, unit_id, role, title, from_date)
     values (?, ?, 'COMMITTEE_SECRETARY', 'Bí thư Đảng ủy', '2026-01-01')`,
    [memberId, units.otherCommittee],
  );
  await house.deliver(left({ memberId }));
  const held = await house.em().execute<{ role: string; reason: string }[]>(
    `select role, ended_reason as reason from position where member_id = ?
       union all select role, ended_reason from delegation where unit_id = ? order by role`,
    [memberId, units.branch1],
  );
  expect(held).toEqual([
    { role: 'BRANCH_DELEGATE', reason: 'SECRETARY_CHANGED' },
    { role: 'BRANCH_SECRETARY', reason: 'TRANSFER_COMPLETED' },
    { role: 'COMMITTEE_SECRETARY', reason: 'TRANSFER_COMPLETED' },
  ]);
  const due = (await house.drainOutbox())
    .filter(({ type }) => type.includes('PositionEnded'))
    .map(({ data }) => data as { unitId: string; successorNeeded: boolean })
    .filter(({ successorNeeded }) => successorNeeded);
  expect(due.map(({ unitId }) => unitId).sort()).toEqual([units.branch1, units.otherCommittee].sort());
});
