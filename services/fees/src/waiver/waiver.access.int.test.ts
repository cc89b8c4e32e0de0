import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import {
  ask,
  decideWaiver,
  enter,
  type Fees,
  granted,
  join,
  openRates,
  people,
  plain,
  stale,
} from '../../test/rates-stage.ts';

let fees: Fees;
let member: Awaited<ReturnType<typeof join>>;
let neighbour: Awaited<ReturnType<typeof join>>;
let waiting: { id: string; version: number };
beforeAll(async () => {
  fees = await openRates();
  member = await join(fees);
  neighbour = await join(fees);
  waiting = (await ask(fees, member)).waiver;
});
afterAll(() => fees.close());

const applicant = testActor({ memberId: null, accountStatus: 'DRAFT' });
const errorOf = (answer: Awaited<ReturnType<Fees['execute']>>) => answer.errors?.[0]?.extensions?.code;

describe('Query.waiver', () => {
  const see = (actor: Actor | null, id: string = waiting.id) =>
    fees.execute('query ($id: UUID!) { waiver(id: $id) { id } }', { id }, actor);
  const seen = async (actor: Actor, id?: string) => (await see(actor, id)).data?.waiver?.id ?? null;

  test('refuses who is not signed in, applicants, and who is locked', async () => {
    expect(errorOf(await see(null))).toBe('UNAUTHENTICATED');
    for (const actor of [applicant, { ...people.committee, accountStatus: 'LOCKED' as const }])
      expect(errorOf(await see(actor))).toBe('FORBIDDEN');
  });
  test('shows the owner, the branch and what is above, and nobody else', async () => {
    const { secretary, delegate, committee, ward, inspector } = people;
    for (const actor of [member, secretary, delegate, committee, ward, inspector])
      expect(await seen(actor)).toBe(waiting.id);
    for (const actor of [neighbour, people.sibling, people.otherCommittee, people.admin, plain(secretary)])
      expect(await seen(actor)).toBeNull();
    expect(await seen(member, randomUUID())).toBeNull();
  });
  test('T82 what an inspection reads leaves a line, what the committee reads in its work none', async () => {
    const lines = async ({ accountId }: Actor) => {
      const rows = await fees
        .em()
        .execute<{ action: string }[]>(
          `select action from audit_entry where account_id = ? and action like 'read%' and member_id = ? order by action`,
          [accountId, member.memberId],
        );
      return rows.map(({ action }) => action);
    };
    const before = (await lines(people.inspector)).length;
    await seen(people.inspector);
    await fees.execute(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { dues { waivers { id } rates { id } } } } }',
      { of: [{ __typename: 'Member', id: member.memberId }] },
      people.inspector,
    );
    expect((await lines(people.inspector)).length).toBe(before + 2);
    expect(await lines(people.committee)).toEqual([]);
  });
});

describe('Query.waitingWaivers', () => {
  const list = (actor: Actor | null, variables: Record<string, unknown> = {}) =>
    fees.execute(
      `query ($unitId: UUID, $after: String) { waitingWaivers(unitId: $unitId, after: $after) { edges { node { id } } } }`,
      variables,
      actor,
    );
  const ids = async (actor: Actor, unitId?: string) =>
    (await list(actor, { unitId })).data?.waitingWaivers?.edges.map(
      (edge: { node: { id: string } }) => edge.node.id,
    );

  test('refuses who is not signed in, members, collectors and administrators', async () => {
    expect(errorOf(await list(null))).toBe('UNAUTHENTICATED');
    for (const actor of [member, people.delegate, people.admin, applicant])
      expect(errorOf(await list(actor))).toBe('FORBIDDEN');
  });
  test('is what waits for the unit; a unit out of scope reads as none', async () => {
    expect(await ids(people.committee)).toEqual([waiting.id]);
    expect(await ids(people.ward, units.committee)).toEqual([waiting.id]);
    expect(await ids(people.secretary)).toEqual([]);
    for (const unitId of [units.committee, units.branch2, randomUUID()])
      expect(await ids(people.secretary, unitId)).toBeUndefined();
    expect(await ids(people.otherCommittee, units.committee)).toBeUndefined();
    expect(errorOf(await list(people.committee, { after: 'x' }))).toBe('BAD_USER_INPUT');
  });
});

describe('Mutation.requestWaiver', () => {
  test('is for members with an active account and a branch', async () => {
    expect((await ask(fees, null)).refusal.code).toBe('UNAUTHENTICATED');
    expect((await ask(fees, applicant)).refusal.code).toBe('FORBIDDEN');
    expect((await ask(fees, testActor())).refusal.code).toBe('MEMBER_HAS_NO_BRANCH');
  });
  test('the same key and input again gives the same request; another input is a conflict', async () => {
    const idempotencyKey = randomUUID();
    const { waiver } = await ask(fees, neighbour, { idempotencyKey });
    expect((await ask(fees, neighbour, { idempotencyKey })).waiver.id).toBe(waiver.id);
    expect((await ask(fees, neighbour, { idempotencyKey, throughMonth: '2026-08' })).refusal.code).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
  });
});

describe('Mutation.enterWaiver', () => {
  test('is for the branch of the member', async () => {
    const code = async (actor: Actor | null, memberId = neighbour.memberId, more = {}) =>
      (await enter(fees, actor, memberId, more)).refusal?.code;
    expect(await code(null)).toBe('UNAUTHENTICATED');
    for (const actor of [member, people.committee, people.admin]) expect(await code(actor)).toBe('FORBIDDEN');
    expect(await code(people.sibling)).toBe('NOT_FOUND');
    expect(await code(people.secretary, randomUUID())).toBe('NOT_FOUND');
    expect(await code(people.secretary, people.secretary.memberId ?? '')).toBe('OWN_CASE');
    expect(await code(people.delegate, neighbour.memberId, { requestReference: null })).toBe(
      'REQUEST_REQUIRED',
    );
    expect(await code(people.delegate)).toBeUndefined();
  });
  test('is not done without the scan of the paper, and leaves nothing then', async () => {
    const { memberId } = await join(fees);
    const { refusal } = await enter(fees, people.delegate, memberId, { scanIds: [] });
    expect(refusal).toMatchObject({ code: 'SCAN_REQUIRED', field: 'scanIds' });
    const kept = await fees.em().execute('select from waiver where member_id = ?', [memberId]);
    expect(kept).toHaveLength(0);
  });
});

/** The same strangers stand before every decision of the committee. */
function strangersBefore(
  what: 'approve' | 'reject' | 'end',
  more: object,
  open: () => Promise<{ id: string; version: number }>,
) {
  const code = async (actor: Actor | null, waiver: { id: string; version: number }) =>
    (await decideWaiver(fees, what, actor, waiver, { ...more })).refusal?.code;

  test('refuses strangers, members, collectors, inspectors and administrators', async () => {
    const waiver = await open();
    expect(await code(null, waiver)).toBe('UNAUTHENTICATED');
    for (const actor of [member, neighbour, people.delegate, people.inspector, people.admin, applicant])
      expect(await code(actor, waiver)).toBe('FORBIDDEN');
  });
  test('is the deciding unit’s alone, once, and not on one’s own case', async () => {
    const owner = await join(fees);
    const waiver = what === 'end' ? await granted(fees, owner) : (await ask(fees, owner)).waiver;
    for (const actor of [people.sibling, people.otherCommittee])
      expect(await code(actor, waiver)).toBe('NOT_FOUND');
    for (const actor of [people.secretary, people.ward])
      expect(await code(actor, waiver)).toBe('ACTION_NOT_ALLOWED');
    expect(await code(people.committee, { ...waiver, id: randomUUID() })).toBe('NOT_FOUND');
    expect(await code(people.committee, { ...waiver, version: 9 })).toBe('VERSION_CONFLICT');
    expect(await code(stale(people.committee), waiver)).toBe('STEP_UP_REQUIRED');
    expect(await code({ ...people.committee, memberId: owner.memberId }, waiver)).toBe('OWN_CASE');
    const done = (await decideWaiver(fees, what, people.committee, waiver, { ...more })).waiver;
    expect(await code(people.committee, done)).toBe(what === 'end' ? 'NOTHING_CHANGES' : 'WRONG_STATE');
  });
}

describe('Mutation.approveWaiver', () => {
  strangersBefore('approve', {}, async () => waiting);
});

describe('Mutation.rejectWaiver', () => {
  strangersBefore('reject', { reason: 'Chưa thuộc diện' }, async () => waiting);
});

describe('Mutation.endWaiver', () => {
  strangersBefore('end', { fromMonth: '2026-09', reason: 'Đã có việc' }, async () =>
    granted(fees, await join(fees)),
  );
  test('before it is granted there is nothing to end', async () => {
    const more = { fromMonth: '2026-09', reason: 'Đã có việc' };
    expect((await decideWaiver(fees, 'end', people.committee, waiting, more)).refusal.code).toBe(
      'WRONG_STATE',
    );
  });
});

describe('Mutation.withdrawWaiver', () => {
  test('is the owner’s alone, while it waits', async () => {
    const code = async (actor: Actor | null, waiver = waiting) =>
      (await decideWaiver(fees, 'withdraw', actor, waiver)).refusal?.code;
    expect(await code(null)).toBe('UNAUTHENTICATED');
    expect(await code(neighbour)).toBe('NOT_FOUND');
    expect(await code(people.sibling)).toBe('NOT_FOUND');
    expect(await code(people.committee)).toBe('ACTION_NOT_ALLOWED');
    const owner = await join(fees);
    const { waiver } = await ask(fees, owner);
    const { waiver: gone } = await decideWaiver(fees, 'withdraw', owner, waiver);
    expect(gone.status).toBe('WITHDRAWN');
    expect(await code(owner, gone)).toBe('WRONG_STATE');
  });
});
