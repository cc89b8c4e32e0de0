import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';

/** What the other services tell of a province before anything is done in it. */
interface ToldProvince {
  readonly code: string;
  /** Its units by name, each with the names from the root down to itself. */
  readonly tree: readonly (readonly [path: readonly string[], code: string, type: string, kind: string])[];
  readonly ids: Readonly<Record<string, string>>;
  readonly people: readonly { readonly id: string; readonly name: string; readonly branchId: string }[];
  /** Where everybody lives. */
  readonly residenceBranchId: string;
}

const firstOf = <T>(examples: readonly T[]): T => {
  const [example] = examples;
  if (example === undefined) throw new Error('a contract lacks its example');
  return example;
};

/** The events by which a service learns its copies of units, members, placements and the start of the procedure in the first unit. */
export function copiesOf({ code: province, tree, ids, people, residenceBranchId }: ToldProvince) {
  const unit = firstOf(UnitRecorded.example.units);
  const member = firstOf(MemberRecorded.example.members);
  const placement = firstOf(PlacementRecorded.example.placements);
  const start = firstOf(ProcedureStartSet.example.starts);
  const unitRows = tree.map(([names, code, type, kind]) => {
    const path = names.map((name) => ids[name] ?? '');
    const id = path.at(-1) ?? '';
    return { ...unit, id, code, name: names.at(-1) ?? '', type, kind, path, parentId: path.at(-2) ?? null };
  });
  const memberRows = people.map(({ id, name }) => ({
    ...member,
    id,
    fullName: name,
    cardNumberSealed: null,
    residenceBranchId,
  }));
  const placements = people.map(({ id, branchId }) => ({
    ...placement,
    memberId: id,
    branchId,
    residenceBranchId,
  }));
  const started = {
    ...start,
    procedure: 'RESIDENCE_COMMENT' as const,
    unitId: unitRows[0]?.id ?? '',
    startsOn: '2025-01-01',
  };
  const sent = { province };
  return [
    makeEnvelope(UnitRecorded, { aggregateId: 'units', data: { units: unitRows } }, sent),
    makeEnvelope(MemberRecorded, { aggregateId: 'members', data: { members: memberRows } }, sent),
    makeEnvelope(PlacementRecorded, { aggregateId: 'placements', data: { placements } }, sent),
    makeEnvelope(ProcedureStartSet, { aggregateId: 'starts', data: { starts: [started] } }, sent),
  ];
}
