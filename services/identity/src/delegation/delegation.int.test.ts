import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { run } from '../../test/position-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const APPOINT = `mutation ($input: AppointDelegateInput!) {
  appointDelegate(input: $input) {
    delegation { id kind role title unit { id } from through current } refusal { code field }
  }
}`;

async function appoint(by: string, over: object = {}) {
  const input = {
    idempotencyKey: randomUUID(),
    memberId: ids.member('member'),
    unitId: units.branch1,
    title: ' Người được phân công  thu đảng phí ',
    from: '2026-07-06',
    through: '2026-12-31',
    ...over,
  };
  const { data, errors } = await house.execute(APPOINT, { input }, actorNamed(by));
  expect(errors).toBeUndefined();
  return data?.appointDelegate;
}

describe('a secretary appoints', () => {
  test('a member of the branch, once, and everybody learns of it', async () => {
    const idempotencyKey = randomUUID();
    const { delegation } = await appoint('secretary', { idempotencyKey });
    expect(delegation).toMatchObject({
      kind: 'DELEGATION',
      role: 'BRANCH_DELEGATE',
      title: 'Người được phân công thu đảng phí',
      unit: { id: units.branch1 },
      current: true,
    });
    expect((await appoint('secretary', { idempotencyKey })).delegation.id).toBe(delegation.id);
    const changed = await eventsNamed<{ units: { officers: { positionId: string }[] }[] }>(
      house,
      'OfficersChanged',
    );
    expect(changed.at(-1)?.units[0]?.officers.map(({ positionId }) => positionId)).toContain(delegation.id);
  });

  test('and ends the delegation before its day, with a reason', async () => {
    const { delegation } = await appoint('secretary', { title: 'Soạn danh sách' });
    expect((await eventsNamed(house, 'DelegateAppointed')).at(-1)).toMatchObject({
      delegationId: delegation.id,
      throughOn: '2026-12-31',
    });
    const ended = await run(
      house,
      actorNamed('deputy'),
      'endDelegation',
      { delegationId: delegation.id, reason: 'Xong việc' },
      'delegation { current endedReason }',
    );
    expect(ended.delegation).toEqual({ current: false, endedReason: 'RELIEVED' });
    expect((await eventsNamed(house, 'PositionEnded')).at(-1)).toMatchObject({ positionId: delegation.id });
  });

  test('for a committee a member of one of its branches', async () => {
    const { delegation } = await appoint('committee', { unitId: units.committee });
    expect(delegation).toMatchObject({ role: 'COMMITTEE_DELEGATE', unit: { id: units.committee } });
  });
});

describe('an appointment is refused', () => {
  test.each([
    ['for another unit than one’s own', { unitId: units.branch2 }, 'NOT_FOUND', 'unitId'],
    ['of oneself', { memberId: ids.member('secretary') }, 'OWN_CASE', 'memberId'],
    ['of a member of another branch', { memberId: ids.member('sibling') }, 'NOT_FOUND', 'memberId'],
    ['of nobody', { memberId: randomUUID() }, 'NOT_FOUND', 'memberId'],
    ['of a police member', { memberId: ids.member('police') }, 'EXCLUDED_FORCE', 'memberId'],
    ['without a title', { title: '  ' }, 'INVALID_INPUT', 'title'],
    ['from yesterday', { from: '2026-07-05' }, 'INVALID_INPUT', 'from'],
    ['for two years', { through: '2028-07-06' }, 'INVALID_INPUT', 'through'],
  ])('%s', async (_what, over, code, field) => {
    expect(await appoint('secretary', over)).toEqual({ delegation: null, refusal: { code, field } });
  });
});
