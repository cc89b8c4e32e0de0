import { patiently, reach } from './patience.ts';
import type { Person, Stage } from './stage.ts';
import { demand, Surprise } from './surprise.ts';

export const branchCode = '05.200.044.000.001';
const residenceCode = '05.201.021.000.021';

export interface Citizen {
  personalId: string;
  fullName: string;
  dateOfBirth: string;
}

interface AccountSeen {
  id: string;
  version: number;
  status: string;
}

export const seen = 'account { id version status }';

/** A citizen whom VNeID and nobody else knows. */
export async function newCitizen(stage: Stage): Promise<Citizen> {
  const answer = await post(stage, '/vneid/people', {});
  const citizen = (await answer.json()) as Citizen;
  stage.tell(`VNeID biết công dân mới ${citizen.fullName}.`);
  return citizen;
}

export const post = (stage: Stage, path: string, body: object): Promise<Response> =>
  patiently(stage.tell, () =>
    reach(`${stage.running.sandbox}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

export const profileOf = (citizen: Citizen) => citizen.personalId.slice(-8);

/** A sign-in that must be refused with this code. */
export async function signInRefused(
  stage: Stage,
  label: string,
  persona: string,
  code: string,
): Promise<void> {
  const refusal = await stage.signIn(label, persona).then(
    () => 'no refusal',
    (error: Error) => (error instanceof Surprise ? error.message : Promise.reject(error)),
  );
  demand(refusal.includes(code), `the sign-in of ${label} should have been refused with ${code}: ${refusal}`);
  stage.tell(`${label} đăng nhập → từ chối ${code}`);
}

/** What everybody in this play needs to know: two units, and who decides. */
export interface House {
  branchId: string;
  residenceId: string;
  secretary: Person;
  committee: Person;
  office: Person;
}

export async function openHouse(stage: Stage): Promise<House> {
  const secretary = await stage.signIn('Bí thư Chi bộ 1', 'secretary');
  const data = await secretary.ask(
    `{ branch: unitByCode(code: "${branchCode}") { id parent { id parent { id } } }
       residence: unitByCode(code: "${residenceCode}") { id } }`,
  );
  const { branch, residence } = data;
  demand(branch && residence, 'the units of the play are not there');
  await secretary.takeUp(branch.id);
  const committee = await stage.signIn('Bí thư Đảng ủy Khu dân cư', 'committee');
  await committee.takeUp(branch.parent.id);
  const office = await stage.signIn('Văn phòng Đảng ủy phường', 'ward-office');
  await office.takeUp(branch.parent.parent.id);
  return { branchId: branch.id, residenceId: residence.id, secretary, committee, office };
}

export const formOf = (house: House, citizen: Citizen, more: object = {}) => ({
  branchId: house.branchId,
  residenceBranchId: house.residenceId,
  profileNumber: profileOf(citizen),
  joinDate: '2015-03-03',
  officialDate: '2016-03-03',
  monthlyDues: 60_000,
  monthlyDuesFrom: '2026-08',
  ...more,
});

export const decided = ({ id, version }: AccountSeen) => ({ accountId: id, expectedVersion: version });
