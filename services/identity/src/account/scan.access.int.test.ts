import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { pathOf, uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { testActor } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, openIdentity, units } from '../../test/identity-stage.ts';
import { inOffice } from '../../test/office-stage.ts';
import { definition } from '../definition.ts';

let house: House;
let doors: ReturnType<typeof openTestDoors>;
let office: Actor;
beforeAll(async () => {
  house = await openIdentity();
  doors = openTestDoors(house, definition.doors ?? []);
  office = await inOffice(house, 'neighbour', 'OFFICE_STAFF', units.ward);
});
afterAll(async () => {
  await doors?.close();
  await house?.close();
});

const applicant = testActor({ memberId: null, accountStatus: 'DRAFT' });
const mutation = 'prepareAccountUpload';
const bring = async (actor: Actor) =>
  uploadFile(house, doors.app, { mutation, actor, file: await samplePdf('Phiếu đăng ký.pdf') });

let serial = 200;
async function enter(actor: Actor, scanIds: string[], channel = 'PAPER') {
  serial += 1;
  const { data, errors } = await house.execute(
    `mutation ($input: EnterRegistrationInput!) { enterRegistration(input: $input) {
      account { id version scans { id } } refusal { code field } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        channel,
        paperReference: '12/ĐK-VP',
        personalId: `099070000${serial}`,
        fullName: 'Trần Thị Giấy',
        dateOfBirth: '1970-01-01',
        scanIds,
        form: {
          branchId: units.branch1,
          permanentAddress: { province: 'Hà Nội' },
          profileNumber: '0077',
          joinDate: '2000-01-01',
          monthlyDues: 50_000,
          monthlyDuesFrom: '2026-08',
        },
      },
    },
    actor,
  );
  return errors ? { refusal: { code: errors[0]?.extensions?.code } } : data?.enterRegistration;
}

/** The scans as somebody who decides sees them; null where there is nothing to see. */
async function seen(actor: Actor, accountId: string) {
  const { data } = await house.execute(
    '{ pendingAccounts(first: 100) { edges { node { id scans { id fileName url } } } } }',
    {},
    actor,
  );
  type Edge = { node: { id: string; scans: { id: string; fileName: string; url: string }[] | null } };
  const edges: Edge[] = data?.pendingAccounts?.edges ?? [];
  return edges.find(({ node }) => node.id === accountId)?.node.scans ?? null;
}

describe('Mutation.prepareAccountUpload', () => {
  const prepare = async (actor: Actor | null) => {
    const { data, errors } = await house.execute(
      `mutation ($input: PrepareUploadInput!) { ${mutation}(input: $input) { upload { id } refusal { code } } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          fileName: 'quet.pdf',
          contentType: 'application/pdf',
          size: 900,
        },
      },
      actor,
    );
    return errors?.[0]?.extensions?.code ?? data?.[mutation].refusal?.code ?? 'done';
  };
  test('is for those who enter papers, and for nobody else', async () => {
    expect(await prepare(office)).toBe('done');
    expect(await prepare(null)).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('secretary'), actorNamed('admin'), applicant])
      expect(await prepare(actor)).toBe('FORBIDDEN');
  });
});

describe('scans of a registration', () => {
  test('are shown to who decides and to who entered it, with a line for the reading, and to no other office', async () => {
    const scan = await bring(office);
    const { account, refusal } = await enter(office, [scan]);
    expect(refusal).toBeNull();
    const scans = await seen(actorNamed('secretary'), account.id);
    expect(scans).toMatchObject([{ id: scan, fileName: 'Phiếu đăng ký.pdf' }]);
    const fetched = await doors.app.inject({ url: pathOf(scans?.[0]?.url ?? '') });
    expect(fetched.rawPayload.equals((await samplePdf('Phiếu đăng ký.pdf')).bytes)).toBe(true);
    const [line] = await house
      .em()
      .execute('select action from audit_entry where subject_id = ? order by id desc limit 1', [account.id]);
    expect(line).toMatchObject({ action: expect.stringMatching(/read/i) });
    expect(await seen(actorNamed('secretary2'), account.id)).toBeNull();
  });

  test.each(['PAPER', 'POST'])(
    'are not left out of what came by %s: it is not entered then',
    async (channel) => {
      const accounts = () => house.em().execute('select count(*)::int as count from account');
      const before = await accounts();
      const { refusal } = await enter(office, [], channel);
      expect(refusal).toEqual({ code: 'SCAN_REQUIRED', field: 'scanIds' });
      expect(await accounts()).toEqual(before);
    },
  );

  test('must be brought by who enters them, and belong to one registration', async () => {
    const scan = await bring(office);
    const other = await inOffice(house, 'deputy', 'OFFICE_STAFF', units.ward);
    expect((await enter(other, [scan])).refusal).toEqual({ code: 'FILE_NOT_UPLOADED', field: 'scanIds' });
    expect((await enter(office, [randomUUID()])).refusal?.code).toBe('FILE_NOT_UPLOADED');
    expect((await enter(office, [scan])).refusal).toBeNull();
    expect((await enter(office, [scan])).refusal).toEqual({ code: 'FILE_IN_USE', field: 'scanIds' });
    const [row] = await house
      .em()
      .execute<{ count: number }[]>(
        `select count(*)::int as count from account where full_name = 'Trần Thị Giấy'`,
      );
    expect(row?.count).toBe(2);
  });
});
