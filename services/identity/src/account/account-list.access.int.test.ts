import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, openIdentity, units } from '../../test/identity-stage.ts';
import { inOffice } from '../../test/office-stage.ts';
import { statementsOf } from '../../test/position-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';
import { scan } from '../../test/scan.ts';

let house: House;
let applicant: Actor;
let office: Actor;
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Đặng Thị Ổn');
  await openDraft(house, 'Người Chưa Gửi');
  await submit(house, applicant, { cardNumber: '55.000001', extended: { phone: '0912345678' } });
  office = await inOffice(house, 'neighbour', 'OFFICE_STAFF', units.ward);
});
afterAll(() => house.close());

type Answer = Awaited<ReturnType<House['execute']>>;
const errorOf = (answer: Answer) => answer.errors?.[0]?.extensions?.code;
const forged = (role: 'OFFICE_STAFF' | 'ORG_ADMIN') =>
  actorNamed('member', { capacity: { positionId: randomUUID(), role, title: role, unitId: units.ward } });

const fields = `edges { cursor node { id fullName status branch { id } joinDate profileNumber cardNumberMasked monthlyDues
  form { extended { phone } } availableActions { action allowed } history { action } } } pageInfo { endCursor hasNextPage }`;
const namesIn = (answer: Answer, field: string): string[] =>
  answer.data?.[field].edges.map(({ node }: { node: { fullName: string } }) => node.fullName);

describe('Query.accounts', () => {
  const ask = (actor: Actor | null, variables: Record<string, unknown> = {}) =>
    house.execute(
      `query ($unitId: UUID, $status: [AccountStatus!], $role: RoleCode, $text: String, $first: Int, $after: String) {
        accounts(unitId: $unitId, status: $status, role: $role, text: $text, first: $first, after: $after) { ${fields} }
      }`,
      variables,
      actor,
    );
  const names = async (actor: Actor, variables = {}) => namesIn(await ask(actor, variables), 'accounts');

  test('refuses strangers, members, delegates, administrators and applicants', async () => {
    expect(errorOf(await ask(null))).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('collector'), actorNamed('admin'), applicant])
      expect(errorOf(await ask(actor, { unitId: units.branch1 }))).toBe('FORBIDDEN');
  });
  test('is empty for the sibling, a unit above one’s own, a made-up unit, and an office not held', async () => {
    expect(await names(actorNamed('sibling'), { unitId: units.branch1 })).toEqual([]);
    expect(await names(actorNamed('secretary'), { unitId: units.committee })).toEqual([]);
    expect(await names(actorNamed('secretary'), { unitId: randomUUID() })).toEqual([]);
    expect(await names(forged('OFFICE_STAFF'))).toEqual([]);
  });
  test('shows everything below, by name, page after page, drafts left out', async () => {
    const all = await names(office, { first: 100 });
    expect(all).toContain('Đặng Thị Ổn');
    expect(all).toContain('Hoàng Văn Sơn');
    expect(all).not.toContain('Người Chưa Gửi');
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Answer = await ask(office, { first: 3, after });
      seen.push(...namesIn(page, 'accounts'));
      after = page.data?.accounts.pageInfo.endCursor;
      if (!page.data?.accounts.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(all);
    expect(await names(actorNamed('secretary'))).not.toContain('Hoàng Văn Sơn');
  });
  test('finds by a part of the name without marks, by state, and by role', async () => {
    expect(await names(office, { text: 'dang thi on' })).toEqual(['Đặng Thị Ổn']);
    expect(await names(office, { text: '%' })).toEqual([]);
    expect(await names(office, { status: ['PENDING_BRANCH'] })).toEqual(['Đặng Thị Ổn']);
    expect(await names(office, { role: 'BRANCH_DEPUTY_SECRETARY' })).toEqual(['Phạm Thị Lan']);
  });
  test('finds by a whole card number, telephone number or personal id, and by no part of one', async () => {
    expect(await names(office, { text: '55000001' })).toEqual(['Đặng Thị Ổn']);
    expect(await names(office, { text: '+84 912 345 678' })).toEqual(['Đặng Thị Ổn']);
    expect(await names(office, { text: '099085000001' })).toEqual(['Nguyễn Thị Hà']);
    expect(await names(office, { text: '09908500000' })).toEqual([]);
    expect(await names(actorNamed('sibling'), { text: '099085000001' })).toEqual([]);
  });
  test('reads a page of eight in as many statements as a page of one', async () => {
    const page = (first: number) => statementsOf(house, () => ask(office, { first, status: ['ACTIVE'] }));
    const one = await page(1);
    expect(await page(8)).toBe(one);
    expect(one).toBeLessThanOrEqual(8);
  });
  test('leaves a line in the audit trail for every form that is opened', async () => {
    const lines = () =>
      house
        .em()
        .execute<{ n: string }[]>(
          `select count(*) as n from audit_entry where action = 'readAccountForm' and subject_id = ? and account_id = ?`,
          [applicant.accountId, office.accountId],
        );
    const [before] = await lines();
    await ask(office, { text: 'dang thi on' });
    expect(Number((await lines())[0]?.n)).toBe(Number(before?.n) + 1);
  });
  test('refuses a cursor that is none', async () => {
    expect(errorOf(await ask(office, { after: 'x' }))).toBe('BAD_USER_INPUT');
  });
});

describe('Query.accountById', () => {
  const see = (actor: Actor | null, id: string) =>
    house.execute('query ($id: UUID!) { accountById(id: $id) { id fullName } }', { id }, actor);
  const seen = async (actor: Actor, id: string = applicant.accountId) =>
    (await see(actor, id)).data?.accountById?.fullName ?? null;
  test('refuses strangers, members, administrators and applicants', async () => {
    expect(errorOf(await see(null, applicant.accountId))).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('admin'), applicant])
      expect(errorOf(await see(actor, applicant.accountId))).toBe('FORBIDDEN');
  });
  test('shows an account of a branch in scope, and nothing to the sibling, for a made-up id, a draft, or an office not held', async () => {
    for (const actor of [actorNamed('secretary'), actorNamed('committee'), office])
      expect(await seen(actor)).toBe('Đặng Thị Ổn');
    expect(await seen(actorNamed('sibling'))).toBeNull();
    expect(await seen(forged('OFFICE_STAFF'))).toBeNull();
    expect(await seen(office, randomUUID())).toBeNull();
    const draft = await openDraft(house, 'Người Còn Nghĩ');
    await house
      .em()
      .execute('update account set branch_id = ? where id = ?', [units.branch1, draft.accountId]);
    expect(await seen(office, draft.accountId)).toBeNull();
  });
});

describe('Query.administeredAccounts', () => {
  const ask = (actor: Actor | null, variables: Record<string, unknown> = {}) =>
    house.execute(
      `query ($unitId: UUID, $text: String, $after: String) {
        administeredAccounts(unitId: $unitId, text: $text, after: $after) { ${fields} }
      }`,
      variables,
      actor,
    );
  const names = async (actor: Actor, variables = {}) =>
    namesIn(await ask(actor, variables), 'administeredAccounts');
  test('refuses strangers, members, leaders and applicants', async () => {
    expect(errorOf(await ask(null))).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('secretary'), office, applicant])
      expect(errorOf(await ask(actor))).toBe('FORBIDDEN');
  });
  test('is empty for a made-up unit and an office not held, and refuses a cursor that is none', async () => {
    expect(await names(actorNamed('admin'), { unitId: randomUUID() })).toEqual([]);
    expect(await names(forged('ORG_ADMIN'))).toEqual([]);
    expect(errorOf(await ask(actorNamed('admin'), { after: 'x' }))).toBe('BAD_USER_INPUT');
  });
  test('finds by name only, and shows nothing of what was declared', async () => {
    const { data } = await ask(actorNamed('admin'), { text: 'Đặng Thị' });
    expect(data?.administeredAccounts.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      {
        fullName: 'Đặng Thị Ổn',
        status: 'PENDING_BRANCH',
        branch: { id: units.branch1 },
        joinDate: null,
        profileNumber: null,
        cardNumberMasked: null,
        monthlyDues: null,
        form: null,
        history: [],
      },
    ]);
    expect(await names(actorNamed('admin'), { text: '55000001' })).toEqual([]);
    expect(await names(actorNamed('admin'), { text: '0912345678' })).toEqual([]);
  });
});

describe('Mutation.enterRegistration', () => {
  const paper = (over: Record<string, unknown> = {}, form: Record<string, unknown> = {}) => ({
    idempotencyKey: randomUUID(),
    channel: 'PAPER',
    paperReference: '12/ĐK-VP',
    personalId: '099070000123',
    fullName: 'Trần Thị Giấy',
    dateOfBirth: '1970-01-01',
    scanIds: [randomUUID()],
    ...over,
    form: {
      branchId: units.branch1,
      permanentAddress: { province: 'Hà Nội' },
      profileNumber: '0077',
      joinDate: '2000-01-01',
      monthlyDues: 50_000,
      monthlyDuesFrom: '2026-08',
      ...form,
    },
  });
  const enter = (actor: Actor | null, input: object) =>
    house.execute(
      `mutation ($input: EnterRegistrationInput!) { enterRegistration(input: $input) {
        account { id version status channel paperReference number personalIdDoubts form { monthlyDues } } refusal { code field }
      } }`,
      { input },
      actor,
    );
  const refusal = async (actor: Actor, input: object) =>
    (await enter(actor, input)).data?.enterRegistration.refusal;

  test('refuses strangers, members, leaders, administrators and applicants', async () => {
    expect(errorOf(await enter(null, paper()))).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('secretary'), actorNamed('admin'), applicant])
      expect(errorOf(await enter(actor, paper()))).toBe('FORBIDDEN');
  });
  test('knows no branch outside of its scope, no made-up one, and no office that is not held', async () => {
    const committee = await inOffice(house, 'deputy', 'OFFICE_STAFF', units.otherCommittee);
    const notThere = { code: 'NOT_FOUND', field: 'form.branchId' };
    expect(await refusal(committee, paper())).toEqual(notThere);
    expect(await refusal(office, paper({}, { branchId: randomUUID() }))).toEqual(notThere);
    expect(await refusal(forged('OFFICE_STAFF'), paper())).toEqual(notThere);
  });
  test('is checked like any other form', async () => {
    expect(await refusal(office, paper({ channel: 'ONLINE' }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'channel',
    });
    expect(await refusal(office, paper({ personalId: '12' }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'personalId',
    });
    expect(await refusal(office, paper({ paperReference: ' ' }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'paperReference',
    });
    expect(await refusal(office, paper({}, { monthlyDues: null }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'monthlyDues',
    });
    expect(await refusal(office, paper({}, { permanentAddress: null }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'permanentAddress.province',
    });
    expect((await refusal(office, paper({ personalId: '099085000002' }))).code).toBe('OWN_CASE');
    expect((await refusal(office, paper({ personalId: '099085000001' }))).code).toBe('ACCOUNT_EXISTS');
  });
  test('waits with the branch, is never decided by who entered it, and is the person’s own', async () => {
    const { data } = await enter(office, paper({ gender: 'FEMALE', scanIds: [await scan(house, office)] }));
    expect(data?.enterRegistration).toMatchObject({
      account: {
        status: 'PENDING_BRANCH',
        channel: 'PAPER',
        paperReference: '12/ĐK-VP',
        personalIdDoubts: ['GENDER'],
        form: { monthlyDues: 50_000 },
      },
      refusal: null,
    });
    const { account } = data?.enterRegistration ?? {};
    expect((await refusal(office, paper())).code).toBe('ACCOUNT_EXISTS');
    const verdict = { idempotencyKey: randomUUID(), accountId: account.id, expectedVersion: account.version };
    const APPROVE =
      'mutation ($input: ApproveAccountInput!) { approveAccount(input: $input) { account { status } refusal { code } } }';
    expect(errorOf(await house.execute(APPROVE, { input: verdict }, office))).toBe('FORBIDDEN');
    const [state] = await house
      .em()
      .execute(
        `select data->>'channel' as channel from outbox where name = 'DossierStateChanged' order by position desc limit 1`,
      );
    expect(state).toEqual({ channel: 'PAPER' });
    expect(
      (await house.execute(APPROVE, { input: verdict }, actorNamed('secretary'))).data?.approveAccount.account
        .status,
    ).toBe('ACTIVE');
  });
  test('is not decided by who entered it, in whatever other office', async () => {
    const clerk = await inOffice(house, 'deputy', 'OFFICE_STAFF', units.ward);
    const { data } = await enter(
      clerk,
      paper({ personalId: '099070000125', scanIds: [await scan(house, clerk)] }),
    );
    const { account } = data?.enterRegistration ?? {};
    const input = { idempotencyKey: randomUUID(), accountId: account.id, expectedVersion: account.version };
    const approve = (actor: Actor) =>
      house.execute(
        'mutation ($input: ApproveAccountInput!) { approveAccount(input: $input) { account { status } refusal { code } } }',
        { input },
        actor,
      );
    expect((await approve(actorNamed('deputy'))).data?.approveAccount.refusal?.code).toBe('OWN_CASE');
    expect((await approve(actorNamed('secretary'))).data?.approveAccount.account?.status).toBe('ACTIVE');
  });
  test('takes up the draft of who has signed in already, and keeps what VNeID vouches for', async () => {
    const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = house.environment;
    const draft = await openDraft(house, 'Người Đã Đăng Nhập');
    await house
      .em()
      .execute('update account set personal_id_sealed = ?, personal_id_index = ? where id = ?', [
        sealText(PROVINCE_KEY, '099070000124'),
        blindIndex(PROVINCE_INDEX_KEY, '099070000124'),
        draft.accountId,
      ]);
    const post = { personalId: '099070000124', channel: 'POST', scanIds: [await scan(house, office)] };
    const { data } = await enter(office, paper(post));
    expect(data?.enterRegistration.account).toMatchObject({ id: draft.accountId, channel: 'POST' });
    const [row] = await house.em().execute('select full_name from account where id = ?', [draft.accountId]);
    expect(row).toEqual({ full_name: 'Người Đã Đăng Nhập' });
  });
});
