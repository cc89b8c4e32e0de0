import { patiently, reach } from './patience.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

/** Ids of units by their codes, in one request. */
export async function unitIds(person: Person, codes: readonly string[]): Promise<string[]> {
  const fields = codes.map((code, at) => `u${at}: unitByCode(code: "${code}") { id }`).join(' ');
  const data = await person.ask(`{ ${fields} }`);
  return codes.map((code, at) => {
    demand(data[`u${at}`], `there is no unit ${code}`);
    return data[`u${at}`].id;
  });
}

/**
 * A new citizen registers with the branch `branchId`, whose secretary approves, and becomes its member by the front door, charged from the
 * month in `dues` on.
 */
export async function newMember(
  stage: Stage,
  secretary: Person,
  branchId: string,
  residenceId: string,
  dues: { monthlyDues: number; monthlyDuesFrom: string } = {
    monthlyDues: 60_000,
    monthlyDuesFrom: '2026-08',
  },
): Promise<Person> {
  const minted = await patiently(stage.tell, () =>
    reach(`${stage.running.sandbox}/vneid/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }),
  );
  const citizen = (await minted.json()) as { personalId: string; fullName: string };
  stage.tell(`VNeID biết công dân mới ${citizen.fullName}.`);
  const applicant = await stage.signIn(citizen.fullName, citizen.personalId);
  const { account } = await applicant.act(
    'khai thông tin đảng viên, đăng ký với chi bộ',
    'submitRegistration',
    {
      branchId,
      residenceBranchId: residenceId,
      profileNumber: citizen.personalId.slice(-8),
      joinDate: '2015-03-03',
      officialDate: '2016-03-03',
      ...dues,
    },
    'account { id version status }',
  );
  await secretary.act(
    `duyệt tài khoản của ${citizen.fullName}`,
    'approveAccount',
    { accountId: account.id, expectedVersion: account.version },
    'account { id status }',
  );
  const member = await stage.signIn(citizen.fullName, citizen.personalId);
  await stage.until(
    'Cây tổ chức, đảng phí đã biết đảng viên mới',
    () => member.ask('{ me { id branch { id } dues { paidThrough } } }'),
    ({ me }) => me?.branch?.id === branchId && me.dues?.paidThrough !== null && me.dues !== null,
  );
  return member;
}
