import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { DuesAnnounced } from '@dang/events/contracts/fees/dues-announced';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let [an, binh]: [string, string] = ['', ''];
const secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1, title: 'Bí thư chi bộ' });

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());
beforeEach(async () => {
  await fees
    .em()
    .execute(
      'truncate charge_run, dues_charge, extra_charge, charging, charging_ground, dues_rate, dues_standing, dues_announcement, dues_announcement_line, waiver',
    );
  [an, binh] = [randomUUID(), randomUUID()].sort() as [string, string];
  await fees.hear(
    heard.approved(an, units.branch1, '116532', '2026-06'),
    heard.approved(binh, units.branch1, '37500', '2026-07'),
    heard.approved(randomUUID(), units.branch2, '60000', '2026-06'),
  );
  await fees.published();
});

const announce = async (month: string, key: string = randomUUID(), actor = secretary) => {
  const { data, errors } = await fees.execute(
    `mutation ($input: AnnounceDuesInput!) { announceDues(input: $input) {
      announcement { id branch { id } month dueOn announcedOn isLate announcedBy announcedByTitle members membersWaiting
        amount arrears total lines { edges { node { member { id } amount arrears total isAnnounced } } } }
      refusal { code field message } } }`,
    { input: { idempotencyKey: key, branchId: units.branch1, month } },
    actor,
  );
  expect(errors).toBeUndefined();
  return data?.announceDues;
};
const linesOf = (announcement: { lines: { edges: { node: object }[] } }) =>
  announcement.lines.edges.map(({ node }) => node);
const sheet = async (month: string) => {
  const { data, errors } = await fees.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { duesAnnouncement(month: "${month}") {
      id dueOn isLate announcedBy members membersWaiting amount arrears lines(first: 1) {
        edges { node { amount arrears isAnnounced } } pageInfo { hasNextPage } } } } } }`,
    { of: [{ __typename: 'OrgUnit', id: units.branch1 }] },
    secretary,
  );
  expect(errors).toBeUndefined();
  return data?._entities[0].duesAnnouncement;
};

describe('a branch announces a month (domain.md 6.3)', () => {
  test('with the arrears of each member; what is announced is owed, and the members are told', async () => {
    await chargeMonth(fees.em(), '2026-06', units.ward);
    await chargeMonth(fees.em(), '2026-07', units.ward);
    const { announcement, refusal } = await announce('2026-07');
    expect(refusal).toBeNull();
    expect(announcement).toMatchObject({
      branch: { id: units.branch1 },
      month: '2026-07',
      dueOn: '2026-07-10',
      announcedOn: '2026-07-06',
      isLate: false,
      announcedBy: 'Nguyễn Văn An',
      announcedByTitle: 'Bí thư chi bộ',
      members: 2,
      membersWaiting: 0,
      amount: 154_032,
      arrears: 116_532,
      total: 270_564,
    });
    const lines = [
      { member: { id: an }, amount: 116_532, arrears: 116_532, total: 233_064, isAnnounced: true },
      { member: { id: binh }, amount: 37_500, arrears: 0, total: 37_500, isAnnounced: true },
    ];
    expect(linesOf(announcement)).toEqual(lines);
    expect(await fees.charges(an)).toEqual([
      '2026-06 branch1 116532 ANNOUNCED',
      '2026-07 branch1 116532 ANNOUNCED',
    ]);
    const outbox = await fees.drainOutbox();
    const told = outbox.filter(({ type }) => type.includes('DuesAnnounced'));
    expect(told.flatMap(({ data }) => contractBreaches(DuesAnnounced, data))).toEqual([]);
    expect(told.map(({ data }) => data)).toEqual([
      {
        announcementId: announcement.id,
        branchId: units.branch1,
        month: '2026-07',
        dueOn: '2026-07-10',
        members: [
          { memberId: an, amount: '116532', arrears: '116532' },
          { memberId: binh, amount: '37500', arrears: '0' },
        ],
      },
    ]);
    expect(await fees.standing(an)).toEqual({
      paidThrough: '2026-05',
      openMonths: ['2026-06', '2026-07'],
      chargedBy: 'branch1',
      outstanding: '233064',
    });
  });

  test('charges the month itself when the commune has not been run yet', async () => {
    const { announcement } = await announce('2026-07');
    expect(announcement).toMatchObject({ members: 2, amount: 154_032, arrears: 0 });
    expect(await chargeMonth(fees.em(), '2026-07', units.ward)).toEqual({ charges: 0, amount: 0n });
  });

  test('again is refused, and takes in who has come since', async () => {
    const first = (await announce('2026-07')).announcement;
    expect((await announce('2026-07')).refusal).toMatchObject({ code: 'ALREADY_ANNOUNCED', field: 'month' });
    const chi = randomUUID();
    await fees.hear(heard.approved(chi, units.branch1, '5000', '2026-07'));
    expect(await sheet('2026-07')).toMatchObject({ id: first.id, members: 3, membersWaiting: 1 });
    await fees.drainOutbox();
    const { announcement, refusal } = await announce('2026-07');
    expect(refusal).toBeNull();
    expect(announcement).toMatchObject({ id: first.id, members: 3, membersWaiting: 0 });
    const told = (await fees.drainOutbox()).filter(({ type }) => type.includes('DuesAnnounced'));
    expect(told.map(({ data }) => (data as { members: unknown }).members)).toEqual([
      [{ memberId: chi, amount: '5000', arrears: '0' }],
    ]);
  });

  test('twice at once it is one announcement, and the members are told once', async () => {
    const answers = await Promise.all([announce('2026-07'), announce('2026-07'), announce('2026-07')]);
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual([
      'ALREADY_ANNOUNCED',
      'ALREADY_ANNOUNCED',
      'done',
    ]);
    const told = (await fees.drainOutbox()).filter(({ type }) => type.includes('DuesAnnounced'));
    expect(told.flatMap(({ data }) => (data as { members: [] }).members)).toHaveLength(2);
  });

  test('a month that has not begun, one before dues start, and one in which nobody owes anything are refused', async () => {
    expect((await announce('2026-08')).refusal.code).toBe('NOT_YET');
    expect((await announce('2026-01')).refusal.code).toBe('PROCEDURE_NOT_STARTED');
    expect((await announce('2026-03')).refusal.code).toBe('NOTHING_TO_PAY');
    expect(await fees.em().execute('select from dues_announcement')).toEqual([]);
  });

  test('of a month gone by is late, and due at once', async () => {
    expect((await announce('2026-06')).announcement).toMatchObject({
      isLate: true,
      dueOn: '2026-07-06',
      amount: 116_532,
    });
    expect((await announce('2026-06')).refusal.code).toBe('ALREADY_ANNOUNCED');
    expect(await fees.charges(binh)).toEqual([]);
  });

  test('what a decision lets the member pay later is deferred and asked of nobody', async () => {
    await fees.em().execute(
      `insert into waiver (member_id, branch_id, approver_unit_id, kind, ground, from_period, to_period, deferred_until, status, reason,
         requested_on) values (?, ?, ?, 'DEFER', 'EXEMPT_FROM_ACTIVITY', '2026-07-01', '2026-08-01', '2026-10-31', 'APPROVED', 'Đi xa', '2026-06-20')`,
      [binh, units.branch1, units.committee],
    );
    const { announcement } = await announce('2026-07');
    expect(announcement).toMatchObject({ members: 1, amount: 116_532 });
    expect(await fees.charges(binh)).toEqual(['2026-07 branch1 37500 DEFERRED']);
    expect(await fees.standing(binh)).toMatchObject({ openMonths: ['2026-07'] });
  });

  test('an adjustment and a voluntary part that waited are announced with it', async () => {
    await chargeMonth(fees.em(), '2026-07', units.ward);
    await fees.em().execute(
      `insert into extra_charge (period, member_id, origin, seq, branch_id, amount, cause_id, made_on, status) values
         ('2026-06-01', ?, 'ARREARS_ADJUSTMENT', 1, ?, 7000, uuidv7(), '2026-07-02', 'DRAFT'),
         ('2026-07-01', ?, 'VOLUNTARY', 1, ?, 900, uuidv7(), '2026-07-02', 'DRAFT')`,
      [binh, units.branch1, binh, units.branch1],
    );
    const { announcement } = await announce('2026-07');
    expect(linesOf(announcement).at(-1)).toMatchObject({ amount: 38_400, arrears: 7_000 });
    expect(await fees.standing(binh)).toMatchObject({
      openMonths: ['2026-06', '2026-07'],
      outstanding: '45400',
    });
  });

  test('the lines stand by given name, page after page', async () => {
    const chi = randomUUID();
    await fees.hear(heard.approved(chi, units.branch1, '5000', '2026-07'));
    const names = { [an]: 'Trần Văn Bình', [binh]: 'Đặng Thị Ân', [chi]: 'Bùi Văn Bình' };
    for (const [id, name] of Object.entries(names))
      await fees.em().execute(
        `insert into member_copy (id, version, full_name, gender, date_of_birth, status, force_category, under_inspection,
           residence_contact_mode) values (?, 1, ?, 'MALE', '1980-01-01', 'OFFICIAL', 'NONE', false, 'NONE')`,
        [id, name],
      );
    await announce('2026-07');
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data, errors } = await fees.execute(
        `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on OrgUnit {
           duesAnnouncement(month: "2026-07") { lines(first: 1, after: $after) {
             edges { node { member { id } } } pageInfo { endCursor hasNextPage } } } } } }`,
        { of: [{ __typename: 'OrgUnit', id: units.branch1 }], after },
        secretary,
      );
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = data?._entities[0].duesAnnouncement.lines ?? {};
      seen.push(names[edges[0].node.member.id] ?? '?');
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(['Đặng Thị Ân', 'Bùi Văn Bình', 'Trần Văn Bình']);
  });

  test('the sheet before it shows what would be announced', async () => {
    await chargeMonth(fees.em(), '2026-06', units.ward);
    await chargeMonth(fees.em(), '2026-07', units.ward);
    expect(await sheet('2026-07')).toEqual({
      id: null,
      dueOn: '2026-07-10',
      isLate: false,
      announcedBy: null,
      members: 2,
      membersWaiting: 2,
      amount: 154_032,
      arrears: 116_532,
      lines: {
        edges: [{ node: { amount: 116_532, arrears: 116_532, isAnnounced: false } }],
        pageInfo: { hasNextPage: true },
      },
    });
  });
});
