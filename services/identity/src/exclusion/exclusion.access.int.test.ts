import type { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';
import { recordMembers } from '../member/recorded-members.ts';
import { exclusionOf } from './exclusion.rows.ts';
import { type ExclusionReason, exclusionIn } from './exclusion.rules.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const reason = (given: Partial<ExclusionReason>): ExclusionReason => ({
  code: 'EXCLUDED_OTHER',
  label: 'Khác',
  memberStatus: null,
  forceCategory: null,
  from: '2025-01-01',
  to: null,
  ...given,
});

describe('who is excluded', () => {
  test('is said by the table, as in domain 1.4', async () => {
    const of = (status: string, forceCategory = 'NONE') => exclusionOf(house.em(), { status, forceCategory });
    expect(await of('ACTIVE')).toBeNull();
    expect(await of('ACTIVE', 'POLICE')).toBe('EXCLUDED_FORCE');
    expect(await of('CONVICTED', 'ARMY')).toBe('EXCLUDED_FORCE');
    expect(await of('SUSPENDED_DETENTION')).toBe('EXCLUDED_SUSPENDED');
    expect(await of('CONVICTED')).toBe('EXCLUDED_CONVICTED');
    expect(await of('SUSPENDED')).toBeNull();
    expect(await of('EXEMPT_ACTIVITY')).toBeNull();
  });
  test('a force goes before a status', () => {
    const reasons = [
      reason({ code: 'EXCLUDED_CONVICTED', memberStatus: 'CONVICTED' }),
      reason({ code: 'EXCLUDED_FORCE', forceCategory: 'ARMY' }),
    ];
    expect(exclusionIn(reasons, { status: 'CONVICTED', forceCategory: 'ARMY' })).toBe('EXCLUDED_FORCE');
  });
  test('grows by a row, without a release; one that is over or to come excludes nobody', async () => {
    const add = (from: string, to: string | null) =>
      house.em().execute(
        `insert into exclusion_reason (code, label, member_status, valid_from, valid_to)
         values ('EXCLUDED_OTHER', 'Mất tích', 'MISSING', ?, ?)`,
        [from, to],
      );
    const missing = () => exclusionOf(house.em(), { status: 'MISSING', forceCategory: 'NONE' });
    await add('2025-01-01', '2025-02-01');
    await add('2999-01-01', null);
    expect(await missing()).toBeNull();
    await add('2025-03-01', null);
    expect(await missing()).toBe('EXCLUDED_OTHER');

    const applicant = await openDraft(house, 'Hoàng Văn Tích', ids.member('newcomer'));
    await house.em().execute(`update member set status = 'MISSING' where id = ?`, [ids.member('newcomer')]);
    expect((await submit(house, applicant)).refusal.code).toBe('EXCLUDED_OTHER');
  });
  test('is told with the member, so that reports leave them out', async () => {
    await house.em().transactional((em) => recordMembers(em, [ids.member('police'), ids.member('member')]));
    const told = (await eventsNamed<(typeof MemberRecorded)['example']>(house, 'MemberRecorded')).at(-1);
    const byId = new Map(told?.members.map(({ id, exclusion }) => [id, exclusion]));
    expect(byId.get(ids.member('police'))).toBe('EXCLUDED_FORCE');
    expect(byId.get(ids.member('member'))).toBeNull();
  });
});

describe('Query.exclusionReasons', () => {
  const LIST = '{ exclusionReasons { code label memberStatus forceCategory from to } }';
  test('is for whoever is signed in, applicants too, and for nobody else', async () => {
    for (const actor of [actorNamed('member'), await openDraft(house, 'Người Nộp')]) {
      const { data } = await house.execute(LIST, {}, actor);
      expect(data?.exclusionReasons).toContainEqual({
        code: 'EXCLUDED_FORCE',
        label: 'Đảng viên trong Công an nhân dân',
        memberStatus: null,
        forceCategory: 'POLICE',
        from: '2025-01-01',
        to: null,
      });
    }
    expect((await house.execute(LIST)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
