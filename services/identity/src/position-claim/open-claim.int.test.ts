import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { linkClaims, openPositionClaim, withdrawClaims } from './open-claim.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const acting = (name: string) => ({ actor: actorNamed(name, { plain: true }), clock: house.clock });

const open = (name: string, memberId: string | null) =>
  house.em().transactional((em) =>
    openPositionClaim(em, acting(name), {
      accountId: ids.account(name),
      memberId,
      unitId: units.branch1,
      role: 'BRANCH_DEPUTY_SECRETARY',
      title: 'Phó Bí thư chi bộ',
      fromOn: '2025-07-01',
      throughOn: null,
    }),
  );

async function claimOf(name: string) {
  const [row] = await house
    .em()
    .execute<{ status: string; memberId: string | null; number: string }[]>(
      `select status, member_id as "memberId", number from position_claim where account_id = ? order by id desc limit 1`,
      [ids.account(name)],
    );
  return row;
}

describe('a claim made with a registration', () => {
  test('waits without a member, and is announced when the account is approved', async () => {
    expect(isRefusal(await open('neighbour', null))).toBe(false);
    expect(await claimOf('neighbour')).toMatchObject({ status: 'PENDING', memberId: null });
    expect(await eventsNamed(house, 'PositionClaimSubmitted')).toEqual([]);
    expect((await eventsNamed(house, 'DossierStateChanged')).at(-1)).toMatchObject({
      procedure: 'POSITION_CLAIM',
      number: '05.200.044.000.001-POSITION_CLAIM-260706-0001',
      unitId: units.committee,
      state: 'PENDING',
    });
    await house
      .em()
      .transactional((em) =>
        linkClaims(em, acting('secretary'), ids.account('neighbour'), ids.member('neighbour')),
      );
    expect(await eventsNamed(house, 'PositionClaimSubmitted')).toEqual([
      expect.objectContaining({
        memberId: ids.member('neighbour'),
        unitId: units.branch1,
        approverUnitId: units.committee,
        role: 'BRANCH_DEPUTY_SECRETARY',
      }),
    ]);
  });

  test('is refused a second time, and goes with the rejected account', async () => {
    const again = await open('neighbour', ids.member('neighbour'));
    expect(isRefusal(again) && again.code).toBe('CLAIM_ALREADY_OPEN');
    await house
      .em()
      .transactional((em) =>
        withdrawClaims(em, acting('secretary'), ids.account('neighbour'), 'Tài khoản bị từ chối'),
      );
    expect(await claimOf('neighbour')).toMatchObject({ status: 'WITHDRAWN' });
    expect(isRefusal(await open('neighbour', ids.member('neighbour')))).toBe(false);
  });
});
