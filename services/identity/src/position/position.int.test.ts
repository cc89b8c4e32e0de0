import { randomUUID } from 'node:crypto';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { claimAs, hold } from '../../test/position-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const POSITIONS = '{ me { positions { id kind current endedOn endedReason unit { id } } } }';
const OFFICERS = `query ($refs: [_Any!]!) {
  _entities(representations: $refs) { ... on OrgUnit { officers { name role title member { id } } } }
}`;

const positionsOf = async (name: string) =>
  (await house.execute(POSITIONS, {}, actorNamed(name, { plain: true }))).data?.me.positions;

async function officers(unitId: string, actor = actorNamed('secretary')) {
  const refs = [{ __typename: 'OrgUnit', id: unitId }];
  return (await house.execute(OFFICERS, { refs }, actor)).data?._entities[0].officers;
}

describe('the officers of a unit', () => {
  test('are its positions and delegations of today, the secretary first', async () => {
    expect((await officers(units.branch1)).map(({ role }: { role: string }) => role)).toEqual([
      'BRANCH_SECRETARY',
      'BRANCH_DEPUTY_SECRETARY',
      'BRANCH_DELEGATE',
    ]);
  });

  test('of the committee above are known by name to its members, who see no more of them', async () => {
    expect(await officers(units.committee, actorNamed('member'))).toEqual([
      { name: 'Đỗ Hữu Phước', role: 'COMMITTEE_SECRETARY', title: 'Bí thư Đảng ủy', member: null },
    ]);
  });
});

describe('a transfer is completed', () => {
  const completed = (name: string, over: object = {}) => {
    const transferId = randomUUID();
    const data = {
      transferId,
      kind: 'OFFICIAL' as const,
      number: '05.200.044.000.001-OFFICIAL_TRANSFER-260706-0001',
      memberId: ids.member(name),
      originBranchId: units.branch1,
      destinationBranchId: units.otherBranch,
      duesPaidThrough: '2026-07',
      completedOn: '2026-07-06',
      completedBy: {
        memberId: ids.member('sibling'),
        name: 'Hoàng Văn Sơn',
        title: 'Bí thư chi bộ',
        unitId: units.otherBranch,
      },
      ...over,
    };
    return makeEnvelope(
      TransferCompleted,
      { aggregateId: transferId, data },
      { province: house.environment.PROVINCE_CODE },
    );
  };

  test('and positions elsewhere, and those that began later, stay', async () => {
    await house.deliver(completed('committee'), completed('deputy', { completedOn: '2025-12-31' }));
    expect((await positionsOf('committee'))[0].current).toBe(true);
    expect((await positionsOf('deputy'))[0].current).toBe(true);
    expect(await eventsNamed(house, 'PositionEnded')).toEqual([]);
  });

  test('and the secretary leaves the branch: position and its delegations end, a successor is due (T74)', async () => {
    const session = randomUUID();
    await house
      .em()
      .execute('insert into session (id, account_id, position_id, signed_in_at) values (?, ?, ?, now())', [
        session,
        ids.account('secretary'),
        ids.position('secretary'),
      ]);
    await house.em().execute(
      `insert into delegation (member_id, unit_id, role, title, from_date, to_date, appointed_by)
       values (?, ?, 'BRANCH_DELEGATE', 'Từ tháng sau', '2026-08-01', '2026-12-31', ?)`,
      [ids.member('member'), units.branch1, ids.member('secretary')],
    );
    const event = completed('secretary');
    await house.deliver(event);
    await house.deliver(event);

    expect(await positionsOf('secretary')).toEqual([
      {
        id: ids.position('secretary'),
        kind: 'POSITION',
        current: false,
        endedOn: '2026-07-06',
        endedReason: 'TRANSFER_COMPLETED',
        unit: { id: units.branch1 },
      },
    ]);
    expect((await positionsOf('collector'))[0]).toMatchObject({
      current: false,
      endedReason: 'SECRETARY_CHANGED',
    });
    expect((await positionsOf('deputy'))[0].current).toBe(true);
    expect(await eventsNamed(house, 'PositionEnded')).toEqual([
      {
        positionId: ids.position('secretary'),
        memberId: ids.member('secretary'),
        unitId: units.branch1,
        role: 'BRANCH_SECRETARY',
        endedOn: '2026-07-06',
        reason: 'TRANSFER_COMPLETED',
        successorNeeded: true,
      },
      expect.objectContaining({ positionId: ids.position('collector'), successorNeeded: false }),
      expect.objectContaining({ memberId: ids.member('member'), reason: 'SECRETARY_CHANGED' }),
    ]);
    const last = (
      await eventsNamed<{ units: { version: number; officers: { name: string }[] }[] }>(
        house,
        'OfficersChanged',
      )
    ).at(-1);
    expect(last?.units[0]).toMatchObject({ version: 2, officers: [{ name: 'Phạm Thị Lan' }] });
    const [open] = await house.em().execute('select position_id from session where id = ?', [session]);
    expect(open?.position_id).toBeNull();
  });

  test('and offices, rights and open claims in what was left end; those above both branches stay', async () => {
    const office = await hold(house, 'position', 'neighbour', 'OFFICE_STAFF', units.committee);
    const right = await hold(house, 'admin_grant', 'neighbour', 'ORG_ADMIN', units.branch1);
    const above = await hold(house, 'admin_grant', 'neighbour', 'ORG_ADMIN', units.ward);
    const { claim } = await claimAs(house, 'neighbour', { role: 'BRANCH_DEPUTY_SECRETARY' });
    await house.deliver(completed('neighbour'));
    const rows = await house
      .em()
      .execute<{ id: string; reason: string | null }[]>(
        'select id, ended_reason as reason from held_position where member_id = ?',
        [ids.member('neighbour')],
      );
    expect(new Map(rows.map(({ id, reason }) => [id, reason]))).toEqual(
      new Map([
        [office, 'TRANSFER_COMPLETED'],
        [right, 'TRANSFER_COMPLETED'],
        [above, null],
      ]),
    );
    const [withdrawn] = await house
      .em()
      .execute('select status, reason from position_claim where id = ?', [claim.id]);
    expect(withdrawn).toEqual({ status: 'WITHDRAWN', reason: 'Đã chuyển sinh hoạt đảng' });
  });

  test('and nobody acts in what has ended', async () => {
    const input = {
      idempotencyKey: randomUUID(),
      memberId: ids.member('member'),
      unitId: units.branch1,
      title: 'Thu đảng phí',
    };
    const dates = { from: '2026-07-06', through: '2026-08-06' };
    const { data } = await house.execute(
      'mutation ($input: AppointDelegateInput!) { appointDelegate(input: $input) { refusal { code } } }',
      { input: { ...input, ...dates } },
      actorNamed('secretary'),
    );
    expect(data?.appointDelegate.refusal.code).toBe('NOT_FOUND');
  });
});
