import { randomUUID } from 'node:crypto';
import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { obtainCode } from '@dang/sandbox/vneid/sign-in-client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  actorNamed,
  citizens,
  type House,
  openIdentity,
  units,
  vneidClient,
} from '../../test/identity-stage.ts';
import { inOffice } from '../../test/office-stage.ts';
import { scan } from '../../test/scan.ts';

const redirectUri = vneidClient.redirectUris[0] ?? '';
const citizen = (personalId: string, fullName: string) => ({
  ...(citizens[0] as (typeof citizens)[number]),
  personalId,
  fullName,
  persona: personalId,
});
const stranger = citizen('099070000999', 'Người Khác Hẳn');
const slip = citizen('099070000998', 'Lê Thị Nhầm');
let sandbox: RunningSandbox;
let house: House;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, client: vneidClient, people: [stranger, slip] });
  house = await openIdentity({ vneidIssuer: sandbox.issuer });
});
afterAll(async () => {
  await house.close();
  await sandbox.close();
});

async function signIn(personalIdOrPersona: string) {
  const { issuer } = sandbox;
  const { clientId } = vneidClient;
  const proof = await obtainCode({ issuer, clientId, redirectUri, personalIdOrPersona });
  const { code, codeVerifier, nonce } = proof;
  const { data, errors } = await house.execute(
    'mutation ($input: SignInInput!) { signIn(input: $input) { session { account { status fullName } } refusal { code } } }',
    { input: { code, codeVerifier, nonce, redirectUri } },
  );
  expect(errors).toBeUndefined();
  return data?.signIn;
}

describe('an account that was entered from paper', () => {
  const enter = async (over: object, form: object = {}) => {
    const office = await inOffice(house, 'neighbour', 'OFFICE_STAFF', units.ward);
    const input = {
      idempotencyKey: randomUUID(),
      channel: 'PAPER',
      paperReference: '12/ĐK-VP',
      fullName: 'Trần Thị Giấy',
      dateOfBirth: '1970-01-01',
      scanIds: [await scan(house, office)],
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
    };
    const { data } = await house.execute(
      'mutation ($input: EnterRegistrationInput!) { enterRegistration(input: $input) { account { id version } refusal { code } } }',
      { input },
      office,
    );
    return data?.enterRegistration.account as { id: string; version: number };
  };
  const approve = ({ id, version }: { id: string; version: number }) =>
    house.execute(
      'mutation ($input: ApproveAccountInput!) { approveAccount(input: $input) { account { status } refusal { code } } }',
      { input: { idempotencyKey: randomUUID(), accountId: id, expectedVersion: version } },
      actorNamed('secretary'),
    );

  test('is nobody’s who is another person by VNeID: a mistyped personal id opens no account', async () => {
    const account = await enter({ personalId: stranger.personalId });
    expect((await signIn(stranger.personalId)).refusal?.code).toBe('ACCOUNT_OF_ANOTHER_PERSON');
    expect((await approve(account)).data?.approveAccount.account.status).toBe('ACTIVE');
    const { session, refusal } = await signIn(stranger.personalId);
    expect(session).toBeNull();
    expect(refusal.code).toBe('ACCOUNT_OF_ANOTHER_PERSON');
  });
  test('is their own when only a slip of the pen differs', async () => {
    await approve(
      await enter({ personalId: slip.personalId, fullName: 'Le Thi Nham', dateOfBirth: '1971-01-01' }),
    );
    expect((await signIn(slip.personalId)).session.account).toMatchObject({
      status: 'ACTIVE',
      fullName: 'Lê Thị Nhầm',
    });
  });
});
