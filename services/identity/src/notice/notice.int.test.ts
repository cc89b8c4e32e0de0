import { randomUUID } from 'node:crypto';
import { retryDueEvents } from '@dang/events/consumer';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { AccountSubmitted } from '@dang/events/contracts/identity/account-submitted';
import { AdminGranted } from '@dang/events/contracts/identity/admin-granted';
import { ChangeRequestRejected } from '@dang/events/contracts/identity/change-request-rejected';
import { ChangeRequestSubmitted } from '@dang/events/contracts/identity/change-request-submitted';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { MemberCorrectionProposed } from '@dang/events/contracts/identity/member-correction-proposed';
import { MemberCorrectionRejected } from '@dang/events/contracts/identity/member-correction-rejected';
import { PositionApproved } from '@dang/events/contracts/identity/position-approved';
import { PositionClaimSubmitted } from '@dang/events/contracts/identity/position-claim-submitted';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { makeLogger } from '@dang/service/logger';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { noticeStage } from '../../test/notice-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';
import { notices } from './notice.reactions.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());
beforeEach(() => house.em().execute('delete from notice'));
const { happens, told, bodies } = noticeStage(() => house);

describe('registrations', () => {
  test('a registration is told to the leaders of the branch and to nobody else, without a name', async () => {
    const applicant = await openDraft(house, 'Nguyễn Thị Thu Hà');
    await submit(house, applicant);
    const submitted = (await house.drainOutbox()).filter(({ type }) => type.includes('AccountSubmitted'));
    expect(submitted).toHaveLength(1);
    await house.deliver(...submitted);
    expect(await told()).toEqual(['ACCOUNT_WAITING → deputy', 'ACCOUNT_WAITING → secretary']);
    const [body] = await bodies('ACCOUNT_WAITING');
    expect(body).toMatch(/^Hồ sơ \S+ của N\.T\.T\.H đang chờ Chi bộ 1 phê duyệt\.$/);
  });

  test('the same event twice is one notice each', async () => {
    const submitted = await happens(AccountSubmitted, {
      accountId: ids.account('member'),
      memberId: ids.member('member'),
      unitId: units.branch1,
    });
    await house.deliver(submitted);
    await house.em().execute('delete from inbox');
    await house.deliver(submitted);
    expect(await told()).toHaveLength(2);
  });

  test('a rejection comes to the applicant’s account, an approval to the member', async () => {
    const applicant = await openDraft(house, 'Trần Thị Mới');
    await happens(AccountRejected, { accountId: applicant.accountId, memberId: null, unitId: units.branch1 });
    await happens(AccountApproved, { accountId: ids.account('member'), memberId: ids.member('member') });
    expect(await told()).toEqual(['ACCOUNT_APPROVED → member', 'ACCOUNT_REJECTED → applicant']);
  });

  test('a change that waits for the superior is told there; the member hears of the rejection', async () => {
    const request = { memberId: ids.member('secretary'), accountId: ids.account('secretary') };
    await happens(ChangeRequestSubmitted, { ...request, unitId: units.committee });
    await happens(ChangeRequestRejected, { ...request, unitId: units.committee });
    expect(await told()).toEqual(['CHANGE_REJECTED → secretary', 'CHANGE_WAITING → committee']);
  });

  test('nobody hears as an officer of their own case, nor of what they did themselves', async () => {
    const own = { memberId: ids.member('secretary'), accountId: ids.account('secretary') };
    await happens(ChangeRequestSubmitted, { ...own, unitId: units.branch1 }, { actor: actorNamed('deputy') });
    expect(await told()).toEqual([]);
  });

  test('an event of long ago, heard by a consumer made anew, is told to nobody', async () => {
    const time = new Date(Date.now() - 31 * 86_400_000);
    const data = { accountId: ids.account('member'), memberId: ids.member('member') };
    await happens(AccountApproved, data, { time });
    expect(await told()).toEqual([]);
  });
});

describe('positions and rights', () => {
  test('a claim is told to the direct superior, at the top of the chain to the operators', async () => {
    const claim = { memberId: ids.member('member'), unitId: units.branch1 };
    await happens(PositionClaimSubmitted, { ...claim, approverUnitId: units.committee });
    expect(await told()).toEqual(['POSITION_WAITING → committee']);
    await house
      .em()
      .execute(`update admin_grant set role = 'SYSTEM_ADMIN' where member_id = ?`, [ids.member('admin')]);
    await happens(PositionClaimSubmitted, { ...claim, approverUnitId: null });
    await house
      .em()
      .execute(`update admin_grant set role = 'ORG_ADMIN' where member_id = ?`, [ids.member('admin')]);
    expect(await told()).toEqual(['POSITION_WAITING → admin', 'POSITION_WAITING → committee']);
  });

  test('decisions and grants come to the person', async () => {
    const memberId = ids.member('member');
    await happens(PositionApproved, { memberId, unitId: units.branch1 });
    await happens(AdminGranted, { memberId, unitId: units.ward });
    expect(await told()).toEqual(['ADMIN_GRANTED → member', 'POSITION_APPROVED → member']);
    expect(await bodies('POSITION_APPROVED')).toEqual([
      'Chức vụ của bạn tại Chi bộ 1 đã được công nhận trên hệ thống.',
    ]);
  });

  test('a branch left without a secretary is told to the leaders of its superior (T74)', async () => {
    const ended = { memberId: ids.member('secretary'), unitId: units.branch1 };
    await happens(PositionEnded, { ...ended, successorNeeded: true });
    expect(await told()).toEqual(['POSITION_ENDED → secretary', 'SUCCESSOR_NEEDED → committee']);
    expect(await bodies('SUCCESSOR_NEEDED')).toEqual([
      'Chi bộ 1 hiện không có bí thư trên hệ thống; cần kiện toàn.',
    ]);
    await house.em().execute('delete from notice');
    await happens(PositionEnded, { ...ended, successorNeeded: false });
    expect(await told()).toEqual(['POSITION_ENDED → secretary']);
  });

  test('a unit at the top has no superior to tell', async () => {
    await happens(PositionEnded, {
      memberId: ids.member('member'),
      unitId: units.ward,
      successorNeeded: true,
    });
    expect(await told()).toEqual(['POSITION_ENDED → member']);
  });

  test('a correction waits at the common superior; its decision comes to who proposed it, to the member and both branches', async () => {
    const correction = {
      correctionId: randomUUID(),
      memberId: ids.member('member'),
      fromBranchId: units.branch1,
      toBranchId: units.otherBranch,
    };
    await house.em().execute(
      `insert into member_correction (id, number, status, member_id, from_branch_id, to_branch_id, decider_unit_id, reason,
         effective_on, proposed_on, proposer_account_id, proposer_member_id)
       values (?, '05.200-MEMBER_CORRECTION-260706-0001', 'PROPOSED', ?, ?, ?, ?, 'Nhầm', '2026-07-06', '2026-07-06', ?, ?)`,
      [
        correction.correctionId,
        correction.memberId,
        units.branch1,
        units.otherBranch,
        units.ward,
        ids.account('admin'),
        ids.member('admin'),
      ],
    );
    await happens(MemberCorrectionProposed, { ...correction, deciderUnitId: units.committee });
    expect(await told()).toEqual(['CORRECTION_WAITING → committee']);
    await happens(MemberCorrectionRejected, { ...correction, deciderUnitId: units.committee });
    expect(await told()).toContain('CORRECTION_REJECTED → admin');
    await happens(MemberCorrected, correction);
    expect((await told()).filter((each) => each.startsWith('BRANCH_CORRECTED'))).toEqual(
      ['admin', 'deputy', 'member', 'secretary', 'sibling'].map((who) => `BRANCH_CORRECTED → ${who}`),
    );
  });

  test('who is in office counts as it is today', async () => {
    const away = (days: string) =>
      house.em().execute('update position set to_date = ? where id = ?', [days, ids.position('deputy')]);
    await away('2026-07-05');
    await happens(AccountSubmitted, {
      accountId: ids.account('member'),
      memberId: null,
      unitId: units.branch1,
    });
    await away('2026-12-31');
    expect(await told()).toEqual(['ACCOUNT_WAITING → secretary']);
  });
});

test('an event that has overtaken its unit is parked, and told when the unit is known', async () => {
  const unitId = randomUUID();
  const submitted = { accountId: ids.account('member'), memberId: ids.member('member'), unitId };
  await expect(happens(AccountSubmitted, submitted)).rejects.toThrow('nothing is known of the unit yet');
  expect(await told()).toEqual([]);
  await house.em().execute(
    `insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, valid_from)
     values (?, 1, '05.200.046', 'Chi bộ mới', 'Chi bộ mới', 'BRANCH', 'RESIDENTIAL', ?, ?::text::ltree, '2026-07-06')`,
    [unitId, units.ward, `${units.ward}.${unitId}`],
  );
  await house.em().execute(
    `insert into position (member_id, unit_id, role, title, from_date)
     values (?, ?, 'BRANCH_SECRETARY', 'Bí thư chi bộ', '2026-07-06')`,
    [ids.member('neighbour'), unitId],
  );
  await house.em().execute('update parked_event set next_attempt_at = now()');
  await retryDueEvents(notices.reactions, {
    orm: house.orm,
    service: 'identity',
    province: '05',
    clock: house.clock,
    log: makeLogger({ service: 'identity', role: 'worker', level: 'silent' }),
    aside: notices.name,
  });
  expect(await told()).toEqual(['ACCOUNT_WAITING → neighbour']);
});

test('a kind without a wording parks the event, and nothing is told', async () => {
  await house.em().execute(`update notice_template set valid_to = '2026-01-01' where kind = 'ADMIN_GRANTED'`);
  await expect(happens(AdminGranted, { memberId: ids.member('member'), unitId: units.ward })).rejects.toThrow(
    'admin-granted',
  );
  await house.em().execute(
    `insert into notice_template (kind, mandatory, title, body, valid_from)
     values ('ADMIN_GRANTED', true, 'Mới', 'Lời mới tại {unit}.', '2026-01-01')`,
  );
  await happens(AdminGranted, { memberId: ids.member('member'), unitId: units.ward });
  expect(await bodies('ADMIN_GRANTED')).toEqual(['Lời mới tại Đảng bộ phường Việt Hưng.']);
});
