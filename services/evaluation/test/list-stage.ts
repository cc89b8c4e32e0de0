import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { sealText } from '@dang/service/sealed-text';
import { actors, type openTestProvince, units } from './small-province.ts';

export type Province = Awaited<ReturnType<typeof openTestProvince>>;
// biome-ignore lint/suspicious/noExplicitAny: a test says what shape it expects
type Any = any;

/** Somebody who is to be on a list. */
export interface Enrolled {
  readonly id?: string;
  readonly name?: string;
  readonly branchId?: string | null;
  readonly residenceId?: string | null;
  readonly status?: string;
  readonly forceCategory?: string;
  readonly mode?: string;
}

let version = 100;

/** Tells the service of members as they are now, and answers their ids: of branch 1, living with the residence branch, unless said otherwise. */
export async function enrol(province: Province, ...people: readonly Enrolled[]): Promise<string[]> {
  const [member] = MemberRecorded.example.members;
  const [placement] = PlacementRecorded.example.placements;
  if (!member || !placement) throw new Error('the contracts lack examples');
  version += 1;
  const known = people.map((person) => ({
    residenceId: units.residenceBranch,
    ...person,
    id: person.id ?? randomUUID(),
  }));
  const members = known.map(({ id, name, residenceId, status, forceCategory, mode }, index) => ({
    ...member,
    id,
    version,
    fullName: name ?? `Đảng viên ${index + 1}`,
    cardNumberSealed: sealText(province.environment.PROVINCE_KEY, '001090000123'),
    status: status ?? 'OFFICIAL',
    forceCategory: forceCategory ?? 'NONE',
    residenceBranchId: residenceId,
    residenceContactMode: mode ?? 'NORMAL',
  }));
  const placements = known.map(({ id, branchId = units.branch1, residenceId }) => ({
    ...placement,
    memberId: id,
    version,
    branchId,
    residenceBranchId: residenceId,
  }));
  const code = province.environment.PROVINCE_CODE;
  for (let from = 0; from < known.length; from += 500) {
    const part = <T>(all: readonly T[]) => all.slice(from, from + 500);
    await province.deliver(
      makeEnvelope(
        MemberRecorded,
        { aggregateId: 'm', data: { members: part(members) } },
        { province: code },
      ),
      makeEnvelope(
        PlacementRecorded,
        { aggregateId: 'p', data: { placements: part(placements) } },
        { province: code },
      ),
    );
  }
  return known.map(({ id }) => id);
}

/** Tells the service of more wards of the city with one branch each; the ids of the branches and of their wards. */
export async function settle(
  province: Province,
  count: number,
): Promise<{ wardId: string; branchId: string }[]> {
  const [unit] = UnitRecorded.example.units;
  if (!unit) throw new Error('the contract lacks an example');
  version += 1;
  const made = Array.from({ length: count }, () => ({ wardId: randomUUID(), branchId: randomUUID() }));
  const rows = made.flatMap(({ wardId, branchId }, index) => {
    const code = `05.${300 + index}`;
    const ward = { ...unit, id: wardId, version, code, name: code, type: 'SUPERIOR', kind: 'COMMUNE' };
    const branch = {
      ...unit,
      id: branchId,
      version,
      code: `${code}.001`,
      name: `${code}.001`,
      kind: 'RESIDENTIAL',
    };
    return [
      { ...ward, path: [units.city, wardId], parentId: units.city },
      { ...branch, path: [units.city, wardId, branchId], parentId: wardId, type: 'GRASSROOTS_BRANCH' },
    ];
  });
  const province5 = { province: province.environment.PROVINCE_CODE };
  await province.deliver(makeEnvelope(UnitRecorded, { aggregateId: 'u', data: { units: rows } }, province5));
  return made;
}

const answered = `commentList { id version number status memberCount approvedByName rejectionReason }
  refusal { code field message }`;

/** Mutations that also say why single members were refused. */
const withRows = new Set(['create', 'addTo', 'removeFrom', 'change', 'submit', 'send']);

const names = {
  create: 'createCommentList',
  addTo: 'addToCommentList',
  removeFrom: 'removeFromCommentList',
  change: 'changeCommentListRows',
  submit: 'submitCommentList',
  approve: 'approveCommentList',
  reject: 'rejectCommentList',
  withdraw: 'withdrawCommentList',
  send: 'sendCommentList',
  discard: 'discardCommentList',
} as const;

export type ListAct = keyof typeof names;

/** One act on a list, as a front end sends it. What it answers: `{ commentList, refusal, rowRefusals }`, or the code of the error. */
export async function act(
  province: Province,
  what: ListAct,
  input: Record<string, unknown>,
  actor: Actor | null = actors.secretary,
): Promise<Any> {
  const name = names[what];
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const rows = withRows.has(what) ? 'rowRefusals { memberId memberName refusal { code } }' : '';
  const { data, errors } = await province.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${answered} ${rows} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return data?.[name] ?? { error: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
}

/** A list that somebody has made: how the next act names it. */
export interface Opened {
  readonly listId: string;
  readonly expectedVersion: number;
}

/** Makes a list of branch 1; @throws when it is refused. */
export async function made(
  province: Province,
  input: Record<string, unknown>,
  actor: Actor = actors.secretary,
): Promise<Opened> {
  const unitId = actor.capacity?.unitId;
  const answer = await act(province, 'create', { unitId, year: 2026, purpose: 'YEARLY', ...input }, actor);
  return opened(answer);
}

/** How the next act names the list that an act has answered; @throws when it was refused. */
export function opened(answer: Any): Opened {
  if (!answer.commentList) throw new Error(JSON.stringify(answer));
  return { listId: answer.commentList.id, expectedVersion: answer.commentList.version };
}

/** Brings a list as far as this: submitted, approved or sent, by the secretary of its unit. */
export async function bring(
  province: Province,
  list: Opened,
  to: 'submit' | 'approve' | 'send',
  actor: Actor = actors.secretary,
): Promise<Opened> {
  let at = list;
  for (const step of ['submit', 'approve', 'send'] as const) {
    at = opened(await act(province, step, { ...at }, actor));
    if (step === to) return at;
  }
  return at;
}
