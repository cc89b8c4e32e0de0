import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, saveDraft, submit } from '../../test/registration-stage.ts';
import { keepRegistryMatch, type RegistryRecord } from '../registry/registry-match.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const fields = `status channel registrySource registryDifferences { field declared registry } receivesRetainedDues
  form {
    partyFullName cardNumber profileNumber joinDate officialDate position monthlyDues branch { id }
    permanentAddress { province district ward detail } employer { name ministry }
    extended { taxCode socialInsuranceNumber currentResidence spouseName spouseRelation birthRegistration email phone
      nativePlace statusNote }
  }`;
const own = async (actor: Actor) =>
  (await house.execute(`{ account { ${fields} } }`, {}, actor)).data?.account;
const atDesk = async (actor: Actor, id: string) => {
  const document = `{ pendingAccounts(first: 100) { edges { node { id ${fields} } } } }`;
  const { data } = await house.execute(document, {}, actor);
  return data?.pendingAccounts.edges.find(({ node }: { node: { id: string } }) => node.id === id)?.node;
};

const extended = {
  taxCode: '0123456789',
  socialInsuranceNumber: '0123456789',
  currentResidence: 'Số 1 phố Huế',
  spouseName: 'Lê Thị Bích',
  spouseRelation: 'WIFE',
  birthRegistration: 'Hà Nội',
  email: 'Duc@example.vn',
  phone: '0912 345 678',
  nativePlace: 'Nam Định',
  statusNote: 'Bình thường',
};

describe('the whole form', () => {
  test('is kept unsent as often as one likes, and sent when it is complete', async () => {
    const applicant = await openDraft(house, 'Kiều Minh Đức');
    const { account } = await saveDraft(house, applicant, {
      profileNumber: '0042',
      employer: { name: 'Sở Y tế' },
    });
    expect(account).toMatchObject({ id: applicant.accountId, status: 'DRAFT' });
    expect((await own(applicant)).form).toMatchObject({
      profileNumber: '0042',
      employer: { name: 'Sở Y tế' },
    });
    expect((await saveDraft(house, applicant, { extended: { phone: '12' } })).refusal).toEqual({
      code: 'INVALID_INPUT',
      field: 'form.extended.phone',
    });
    expect((await saveDraft(house, applicant, { branchId: randomUUID() })).refusal.field).toBe(
      'form.branchId',
    );
    await submit(house, applicant);
    expect((await saveDraft(house, applicant, {})).refusal.code).toBe('WRONG_STATE');
  });

  test('shows its owner everything, and who decides what the decision needs, covered', async () => {
    const applicant = await openDraft(house, 'Kiều Minh Tâm');
    const form = { cardNumber: '098765432109', employer: { name: 'Sở Y tế', ministry: 'Bộ Y tế' }, extended };
    const { account } = await submit(house, applicant, form);
    const mine = await own(applicant);
    expect(mine.form).toMatchObject({
      cardNumber: '098765432109',
      permanentAddress: { province: 'Hà Nội', district: null, ward: 'Việt Hưng', detail: null },
      extended: { ...extended, email: 'duc@example.vn', phone: '0912345678' },
      branch: { id: units.branch1 },
    });
    const seen = await atDesk(actorNamed('secretary'), account.id);
    expect(seen.form).toMatchObject({
      cardNumber: '*********109',
      employer: { name: 'Sở Y tế' },
      extended: {
        email: 'd***@example.vn',
        phone: '*******678',
        taxCode: null,
        spouseName: null,
        nativePlace: null,
      },
    });
    expect(JSON.stringify(seen)).not.toMatch(/Bích|phố Huế|0912345678|098765432109/);
  });

  test('keeps nothing of its extended part in clear', async () => {
    const [stored] = await house
      .em()
      .execute<{ row: string }[]>(
        `select json_agg(account)::text as row from account where extended_sealed is not null`,
      );
    expect(stored?.row).not.toMatch(/Bích|phố Huế|0912345678|0123456789|098765432109/);
  });

  test('gives the member contacts when it is approved', async () => {
    const applicant = await openDraft(house, 'Kiều Minh Liên');
    const { account } = await submit(house, applicant, { extended, profileNumber: '881' });
    const input = { idempotencyKey: randomUUID(), accountId: account.id, expectedVersion: account.version };
    await house.execute(
      'mutation ($input: ApproveAccountInput!) { approveAccount(input: $input) { refusal { code } } }',
      { input },
      actorNamed('secretary'),
    );
    const rows = await house.em().execute(
      `select member.permanent_address as address, contact.phone_sealed is not null as reachable
       from account join member on member.id = account.member_id
       left join member_contact contact on contact.member_id = member.id where account.id = ?`,
      [account.id],
    );
    expect(rows).toEqual([{ address: 'Việt Hưng, Hà Nội', reachable: true }]);
  });

  test('is not needed from a branch in which registration has not begun', async () => {
    const em = house.em();
    const begin = (day: string) => em.execute('update procedure_start_copy set starts_on = ?', [day]);
    await begin('2026-07-07');
    const early = await openDraft(house, 'Người Đến Sớm');
    expect((await submit(house, early)).refusal).toEqual({
      code: 'PROCEDURE_NOT_STARTED',
      field: 'branchId',
    });
    await begin('2026-07-06');
    expect((await submit(house, early)).refusal).toBeNull();
  });
});

describe('the member database', () => {
  const record: RegistryRecord = {
    registryId: 'r1',
    fullName: 'Phan Thị Mây',
    otherName: null,
    gender: 'FEMALE',
    dateOfBirth: '1990-01-01',
    permanentAddress: null,
    legacyCardNumber: '12345678',
    profileNumber: '007',
    joinDate: '2012-02-03',
    officialDate: '2013-02-03',
    status: 'ACTIVE',
    forceCategory: 'NONE',
    branchCode: '05.200.044.000.001',
    branchId: units.branch1,
  };
  const known = async (name: string, over: Partial<RegistryRecord> = {}, card: string | null = null) => {
    const applicant = await openDraft(house, name);
    const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = house.environment;
    const match = {
      cardNumberSealed: card && sealText(PROVINCE_KEY, card),
      cardNumberIndex: card && blindIndex(PROVINCE_INDEX_KEY, card),
      lookedUpAt: new Date(),
      found: true,
    };
    await keepRegistryMatch(house.em(), applicant.accountId, { ...match, record: { ...record, ...over } });
    return applicant;
  };

  test('fills what the applicant leaves out', async () => {
    const applicant = await known('Phan Thị Mây');
    const left = { profileNumber: null, joinDate: null, officialDate: null };
    expect((await submit(house, applicant, left)).refusal).toBeNull();
    expect(await own(applicant)).toMatchObject({
      registrySource: 'REGISTRY',
      registryDifferences: [],
      form: { cardNumber: '12345678', joinDate: '2012-02-03', officialDate: '2013-02-03' },
    });
  });

  test('is shown to the approver where the applicant says something else', async () => {
    const applicant = await known('Phan Thị Mưa', { fullName: 'Phan Thị Mưa Xuân', legacyCardNumber: null });
    const form = {
      partyFullName: 'Phan Mưa',
      joinDate: '2012-03-03',
      officialDate: null,
      branchId: units.branch1,
    };
    const { account } = await submit(house, applicant, form);
    expect((await atDesk(actorNamed('secretary'), account.id)).registryDifferences).toEqual([
      { field: 'partyFullName', declared: 'Phan Mưa', registry: 'Phan Thị Mưa Xuân' },
      { field: 'profileNumber', declared: '001234', registry: '007' },
      { field: 'joinDate', declared: '2012-03-03', registry: '2012-02-03' },
      { field: 'officialDate', declared: null, registry: '2013-02-03' },
    ]);
  });

  test('is compared by the kind of card, and cards are covered', async () => {
    const applicant = await known(
      'Phan Thị Gió',
      { fullName: 'Phan Thị Gió', legacyCardNumber: null },
      '099000000777',
    );
    const form = { profileNumber: null, joinDate: '2012-02-03', officialDate: '2013-02-03' };
    const { account } = await submit(house, applicant, { ...form, cardNumber: '099000000778' });
    expect(await atDesk(actorNamed('secretary'), account.id)).toMatchObject({
      registryDifferences: [{ field: 'cardNumber', declared: '*********778', registry: '*********777' }],
    });
  });

  test('that knows nobody leaves a self-declared form (T51), and one that knows a policeman bars it (T56)', async () => {
    const stranger = await openDraft(house, 'Người Tự Khai');
    await submit(house, stranger);
    expect((await own(stranger)).registrySource).toBe('SELF_DECLARED');
    const police = await known('Người Công An', { forceCategory: 'POLICE' });
    expect((await submit(house, police)).refusal.code).toBe('EXCLUDED_FORCE');
  });
});

test('who already leads the branch is decided by the superior, though they claim nothing', async () => {
  await house.em().execute(`update account set status = 'REJECTED' where id = ?`, [ids.account('deputy')]);
  const deputy = actorNamed('deputy', { plain: true, accountStatus: 'REJECTED' });
  const form = { profileNumber: '001234', branchId: units.branch1 };
  expect((await submit(house, deputy, form)).account.status).toBe('PENDING_SUPERIOR');
});

describe('numbers of other people', () => {
  test('cannot be tried one after the other: a form with a card number has twenty attempts an hour', async () => {
    const applicant = await openDraft(house, 'Người Dò Số');
    const attempt = (cardNumber: string) => submit(house, applicant, { cardNumber, branchId: units.ward });
    const codes: string[] = [];
    for (let each = 0; each < 21; each += 1)
      codes.push((await attempt(`0990000000${String(each).padStart(2, '0')}`)).refusal.code);
    expect(new Set(codes.slice(0, 20))).toEqual(new Set(['INVALID_INPUT']));
    expect(codes[20]).toBe('RATE_LIMITED');
    const { refusal } = await submit(house, applicant, {});
    expect(refusal).toBeNull();
  });
});
