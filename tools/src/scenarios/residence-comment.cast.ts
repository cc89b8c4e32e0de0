import { newMember, unitIds } from './new-member.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const codes = {
  company: '05.202.010.000.001',
  homeWard: '05.201',
  homeBranch: '05.201.021.000.021',
  otherWard: '05.200',
  otherBranch: '05.200.044.000.001',
} as const;

type Place = keyof typeof codes;

/** A member of the workplace, with their id. */
export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly person: Person;
}

/** Everybody who plays: one workplace, and the residence side in two wards. */
export interface Cast {
  readonly units: Readonly<Record<Place, string>>;
  readonly workplace: Person;
  readonly homeSecretary: Person;
  readonly homeWard: Person;
  readonly otherSecretary: Person;
  readonly otherWard: Person;
}

/** Signs in everybody in the capacity that they act in. */
export async function gatherCast(stage: Stage): Promise<Cast> {
  const officer = async (label: string, persona: string, code: string): Promise<Person> => {
    const person = await stage.signIn(label, persona);
    const [unitId = ''] = await unitIds(person, [code]);
    await person.takeUp(unitId);
    return person;
  };
  const workplace = await officer('Bí thư Chi bộ Kinh doanh 1', 'company-secretary', codes.company);
  const names = Object.keys(codes) as Place[];
  const ids = await unitIds(
    workplace,
    names.map((name) => codes[name]),
  );
  return {
    units: Object.fromEntries(names.map((name, at) => [name, ids[at] ?? ''])) as Record<Place, string>,
    workplace,
    homeSecretary: await officer('Bí thư Chi bộ 21', 'residence-secretary', codes.homeBranch),
    homeWard: await officer('Đảng ủy phường Khương Đình', 'residence-ward', codes.homeWard),
    otherSecretary: await officer('Bí thư Chi bộ 1', 'secretary', codes.otherBranch),
    otherWard: await officer('Đảng ủy phường Việt Hưng', 'ward', codes.otherWard),
  };
}

const candidates = `query Candidates($unitId: UUID!, $name: String!) { unit(id: $unitId) {
  commentCandidates(year: 2026, search: $name, first: 100) { edges { node { member { id } code residenceUnit { id } } } } } }`;

const isCandidate =
  (id: string) =>
  ({
    node,
  }: {
    node: { member: { id: string }; code: string | null; residenceUnit: object | null };
  }): boolean =>
    node.member.id === id && node.code === null && node.residenceUnit !== null;

/** Six new members of the workplace, the fourth of whom lives in the other ward; each registers by the front door. */
export async function newMembers(
  stage: Stage,
  { workplace, units }: Cast,
): Promise<[Asked, Asked, Asked, Asked, Asked, Asked]> {
  const living = async (home: 'homeBranch' | 'otherBranch'): Promise<Asked> => {
    const person = await newMember(stage, workplace, units.company, units[home]);
    const { me } = await person.ask('{ me { id fullName } }');
    demand(me, 'a new member should be known');
    await stage.until(
      'Dịch vụ nhận xét đã biết đảng viên mới',
      () => workplace.ask(candidates, { unitId: units.company, name: me.fullName }),
      ({ unit }) => unit.commentCandidates.edges.some(isCandidate(me.id)),
    );
    return { id: me.id, name: me.fullName, person };
  };
  return [
    await living('homeBranch'),
    await living('homeBranch'),
    await living('homeBranch'),
    await living('otherBranch'),
    await living('homeBranch'),
    await living('homeBranch'),
  ];
}
