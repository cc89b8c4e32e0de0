import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { claimAs, statementsOf } from '../../test/position-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
let applicant: Actor;
let waiting: { id: string; version: number };
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Người Nộp Hồ Sơ');
  waiting = (await claimAs(house, 'member', { role: 'BRANCH_DEPUTY_SECRETARY' })).claim;
});
afterAll(() => house.close());

type Answer = Awaited<ReturnType<House['execute']>>;
const errorOf = (answer: Answer) => answer.errors?.[0]?.extensions?.code;

/** Somebody who names a position in their token that is not theirs. */
const forged = () => {
  const { capacity } = actorNamed('committee');
  return actorNamed('neighbour', { capacity });
};

describe('Query.positionClaims', () => {
  const CLAIMS = `query ($unitId: UUID, $first: Int, $after: String) {
    positionClaims(unitId: $unitId, first: $first, after: $after) {
      edges { cursor node { id member { id } claimantName availableActions { action allowed } history { label } unit { id } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  const list = (actor: Actor | null, unitId: string | null = null) =>
    house.execute(CLAIMS, { unitId }, actor);
  const count = async (actor: Actor, unitId: string | null = null) =>
    (await list(actor, unitId)).data?.positionClaims.edges.length;

  test('refuses nobody signed in, plain members, delegates and applicants', async () => {
    expect(errorOf(await list(null))).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('collector'), applicant])
      expect(errorOf(await list(actor))).toBe('FORBIDDEN');
  });
  test('is empty for the sibling, above one’s own unit, for a made-up unit, and in a forged office', async () => {
    expect(await count(actorNamed('committee'))).toBe(1);
    expect(await count(actorNamed('secretary'))).toBe(1);
    expect(await count(actorNamed('admin'), units.branch1)).toBe(1);
    expect(await count(actorNamed('sibling'), units.branch1)).toBe(0);
    expect(await count(actorNamed('secretary'), units.committee)).toBe(0);
    expect(await count(actorNamed('committee'), randomUUID())).toBe(0);
    expect(await count(forged())).toBe(0);
  });
  test('shows who may not read members a name and no more', async () => {
    const { data } = await list(actorNamed('admin'));
    const [{ node }] = data?.positionClaims.edges ?? [];
    expect(node).toMatchObject({ claimantName: 'Nguyễn Thị Hà', member: null });
    expect(node.availableActions.some(({ allowed }: { allowed: boolean }) => allowed)).toBe(false);
  });
  test('comes in pages, and takes no more statements for more rows', async () => {
    await claimAs(house, 'neighbour', { role: 'BRANCH_SECRETARY' });
    await claimAs(house, 'deputy', { role: 'BRANCH_COMMITTEE_MEMBER' });
    const page = async (first: number, after: string | null = null) =>
      (await house.execute(CLAIMS, { first, after }, actorNamed('committee'))).data?.positionClaims;
    const one = await page(2);
    expect(one.pageInfo.hasNextPage).toBe(true);
    const two = await page(2, one.pageInfo.endCursor);
    expect(two).toMatchObject({ pageInfo: { hasNextPage: false } });
    expect(new Set([...one.edges, ...two.edges].map(({ node }) => node.id)).size).toBe(3);
    const alone = await statementsOf(house, () => page(1));
    expect(await statementsOf(house, () => page(3))).toBe(alone);
    expect(alone).toBeLessThanOrEqual(6);
  });
});

describe('Query.myPositionClaims', () => {
  const MINE = '{ myPositionClaims { id } }';
  test('is one’s own, whoever asks', async () => {
    expect(errorOf(await house.execute(MINE))).toBe('UNAUTHENTICATED');
    expect((await house.execute(MINE, {}, applicant)).data?.myPositionClaims).toEqual([]);
    expect((await house.execute(MINE, {}, actorNamed('committee'))).data?.myPositionClaims).toEqual([]);
    const mine = (await house.execute(MINE, {}, actorNamed('member'))).data?.myPositionClaims;
    expect(mine).toEqual([{ id: waiting.id }]);
  });
});

describe('Mutation.claimPosition', () => {
  const document =
    'mutation ($input: ClaimPositionInput!) { claimPosition(input: $input) { claim { id } refusal { code } } }';
  const input = { unitId: units.branch1, role: 'BRANCH_SECRETARY', from: '2026-07-01' };
  const claim = (actor: Actor | null) =>
    house.execute(document, { input: { ...input, idempotencyKey: randomUUID() } }, actor);
  test('is for active members: not for nobody, an applicant, or a locked account', async () => {
    expect(errorOf(await claim(null))).toBe('UNAUTHENTICATED');
    expect(errorOf(await claim(applicant))).toBe('FORBIDDEN');
    expect(errorOf(await claim(actorNamed('member', { accountStatus: 'LOCKED' })))).toBe('FORBIDDEN');
  });
  test('knows no such branch for a member of another one', async () => {
    expect((await claim(actorNamed('sibling'))).data?.claimPosition.refusal.code).toBe('NOT_FOUND');
  });
});

/** The same strangers stand before every decision of the superior. */
function strangersBefore(name: string, more: (unitsOwn: boolean) => object) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const act = (actor: Actor | null, over: object = {}) =>
    house.execute(
      `mutation ($input: ${type}!) { ${name}(input: $input) { refusal { code } } }`,
      { input: { idempotencyKey: randomUUID(), ...more(true), ...over } },
      actor,
    );
  const refusal = async (actor: Actor, over: object = {}) =>
    (await act(actor, over)).data?.[name].refusal?.code;

  test('refuses nobody signed in, members, branch leaders, delegates, administrators and applicants', async () => {
    expect(errorOf(await act(null))).toBe('UNAUTHENTICATED');
    const strangers = ['neighbour', 'secretary', 'collector', 'admin'].map((each) => actorNamed(each));
    for (const actor of [...strangers, applicant]) expect(errorOf(await act(actor))).toBe('FORBIDDEN');
  });
  test('knows nothing of it for the superior of others, for who is two levels above, for a made-up id, in a forged office', async () => {
    const elsewhere = (unitId: string) => {
      const { capacity } = actorNamed('committee');
      return actorNamed('committee', { capacity: capacity && { ...capacity, unitId } });
    };
    expect(await refusal(elsewhere(units.otherCommittee))).toBe('NOT_FOUND');
    expect(await refusal(elsewhere(units.ward))).toBe('NOT_FOUND');
    expect(await refusal(actorNamed('committee'), more(false))).toBe('NOT_FOUND');
    expect(await refusal(forged())).toBe('NOT_FOUND');
  });
  test('needs a fresh sign-in', async () => {
    const stale = actorNamed('committee', { signedInAt: new Date(Date.now() - 11 * 60_000) });
    expect(await refusal(stale)).toBe('STEP_UP_REQUIRED');
  });
}

const aboutClaim = (isReal: boolean) => ({
  claimId: isReal ? waiting.id : randomUUID(),
  expectedVersion: waiting.version,
});

describe('Mutation.approvePositionClaim', () => {
  strangersBefore('approvePositionClaim', aboutClaim);
  test('is for nobody’s own claim, even as the leader of the superior', async () => {
    const { claim } = await claimAs(house, 'committee', { unitId: units.branch2, role: 'BRANCH_SECRETARY' });
    const input = { idempotencyKey: randomUUID(), claimId: claim.id, expectedVersion: claim.version };
    const { data } = await house.execute(
      `mutation ($input: ApprovePositionClaimInput!) { approvePositionClaim(input: $input) { refusal { code } } }`,
      { input },
      actorNamed('committee'),
    );
    expect(data?.approvePositionClaim.refusal.code).toBe('OWN_CASE');
  });
});

describe('Mutation.rejectPositionClaim', () => {
  strangersBefore('rejectPositionClaim', (isReal) => ({ ...aboutClaim(isReal), reason: 'Không công nhận' }));
});

describe('Mutation.endPosition', () => {
  strangersBefore('endPosition', (isReal) => ({
    positionId: isReal ? ids.position('secretary') : randomUUID(),
    reason: 'Thôi giữ chức vụ',
  }));
  test('ends neither a delegation nor a system right', async () => {
    for (const positionId of [ids.position('collector'), ids.position('admin')]) {
      const { data } = await house.execute(
        'mutation ($input: EndPositionInput!) { endPosition(input: $input) { refusal { code } } }',
        { input: { idempotencyKey: randomUUID(), positionId, reason: 'Thôi' } },
        actorNamed('committee'),
      );
      expect(data?.endPosition.refusal.code).toBe('NOT_FOUND');
    }
  });
});

describe('Mutation.withdrawPositionClaim', () => {
  const document =
    'mutation ($input: WithdrawPositionClaimInput!) { withdrawPositionClaim(input: $input) { refusal { code } } }';
  const withdraw = async (actor: Actor | null, over: object = {}) => {
    const input = { idempotencyKey: randomUUID(), ...aboutClaim(true), ...over };
    const answer = await house.execute(document, { input }, actor);
    return errorOf(answer) ?? answer.data?.withdrawPositionClaim.refusal?.code;
  };
  test('is the claimant’s alone', async () => {
    expect(await withdraw(null)).toBe('UNAUTHENTICATED');
    expect(await withdraw(applicant)).toBe('NOT_FOUND');
    expect(await withdraw(actorNamed('neighbour'))).toBe('NOT_FOUND');
    expect(await withdraw(actorNamed('committee'))).toBe('ACTION_NOT_ALLOWED');
    expect(await withdraw(actorNamed('member'), { claimId: randomUUID() })).toBe('NOT_FOUND');
    expect(await withdraw(actorNamed('member'), { expectedVersion: 99 })).toBe('VERSION_CONFLICT');
  });
});
