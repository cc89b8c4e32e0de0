import { randomUUID } from 'node:crypto';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { unitsRecorded } from './units.ts';

interface Unit {
  id: string;
  version: number;
  type: string;
  name: string;
  code: string;
  parentId: string | null;
  path: string[];
  validTo: string | null;
}
interface Placement {
  memberId: string;
  version: number;
  branchId: string | null;
  temporaryBranchId: string | null;
  since: string;
  temporarySince: string | null;
}

const isBranch = ({ type }: Unit) => type === 'BRANCH' || type === 'GRASSROOTS_BRANCH';

/** A tree in memory that random decisions change, and what orgtree would tell of each of them. */
export function changingTree(random: () => number, today: string) {
  const units = new Map<string, Unit>();
  const members = new Map<string, Placement>();
  const rows = (unitsRecorded().data as { units: (Unit & Record<string, unknown>)[] }).units;
  for (const row of rows) units.set(row.id, { ...row });
  const template = rows[0] as Record<string, unknown>;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const here = (unit: Unit) => unit.validTo === null && unit.code.startsWith('05');
  const standing = (...types: string[]) =>
    [...units.values()].filter((unit) => here(unit) && types.includes(unit.type));

  const grow = (type: string, parent: Unit): Unit => {
    const id = randomUUID();
    const name = `${type === 'BRANCH' ? 'Chi bộ' : 'Đảng bộ'} ${units.size}`;
    const code = `${parent.code}.${String(units.size).padStart(3, '0')}`;
    const unit = {
      id,
      version: 0,
      type,
      name,
      code,
      parentId: parent.id,
      path: [...parent.path, id],
      validTo: null,
    };
    units.set(id, unit);
    return unit;
  };
  const pathOf = ({ id, parentId }: Unit): string[] => {
    const parent = parentId === null ? undefined : units.get(parentId);
    return [...(parent ? pathOf(parent) : []), id];
  };
  const recorded = (): Envelope => {
    const told = [...units.values()].map((unit) => {
      unit.version += 1;
      if (unit.validTo === null) unit.path = pathOf(unit);
      return { ...template, ...unit, shortName: unit.name };
    });
    return makeEnvelope(
      UnitRecorded,
      { aggregateId: randomUUID(), data: { units: told as never } },
      { province: 't' },
    );
  };
  for (const committee of standing('GRASSROOTS_COMMITTEE'))
    for (let count = 0; count < 3; count += 1) grow('BRANCH', committee);

  /** What one decision came to. */
  interface Change {
    successions: { unitId: string; successorId: string }[];
    moved: Set<string>;
    placed: Set<string>;
  }
  const move = (change: Change, unit: Unit, parent: Unit) => {
    if (unit.parentId === parent.id || unit.id === parent.id) return;
    unit.parentId = parent.id;
    change.moved.add(unit.id);
  };
  const place = (change: Change, from: Unit, to: (memberId: string) => Unit) => {
    for (const member of members.values()) {
      const { memberId } = member;
      if (member.branchId !== from.id && member.temporaryBranchId !== from.id) continue;
      if (member.branchId === from.id) member.branchId = to(memberId).id;
      if (member.temporaryBranchId === from.id) member.temporaryBranchId = to(memberId).id;
      if (member.temporaryBranchId === member.branchId) member.temporaryBranchId = null;
      change.placed.add(memberId);
    }
  };
  const end = (change: Change, unit: Unit, successor: Unit) => {
    for (const child of units.values())
      if (child.validTo === null && child.parentId === unit.id) move(change, child, successor);
    place(change, unit, () => successor);
    unit.validTo = today;
    change.successions.push({ unitId: unit.id, successorId: successor.id });
  };

  const decisions: ((change: Change) => void)[] = [
    (change) => {
      const [one, other] = [pick(standing('BRANCH')), pick(standing('BRANCH', 'GRASSROOTS_BRANCH'))];
      if (one && other && one !== other) end(change, one, other);
    },
    (change) => {
      const whole = pick(standing('BRANCH'));
      const parent = whole && units.get(whole.parentId ?? '');
      if (!whole || !parent) return;
      const parts = [grow('BRANCH', parent), grow('BRANCH', parent)] as const;
      const allotted = new Map<string, Unit>();
      place(change, whole, (memberId) => {
        const part = allotted.get(memberId) ?? parts[random() < 0.5 ? 0 : 1];
        allotted.set(memberId, part);
        return part;
      });
      end(change, whole, parts[0]);
    },
    (change) => {
      const [branch, above] = [
        pick(standing('BRANCH')),
        pick(standing('GRASSROOTS_COMMITTEE', 'SUB_COMMITTEE')),
      ];
      if (branch && above) move(change, branch, above);
    },
    (change) => {
      const [below, above] = [
        pick(standing('GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH')),
        pick(standing('SUPERIOR')),
      ];
      if (below && above) move(change, below, above);
    },
    (change) => {
      const [one, other] = [pick(standing('GRASSROOTS_COMMITTEE')), pick(standing('GRASSROOTS_COMMITTEE'))];
      if (one && other && one !== other && standing('GRASSROOTS_COMMITTEE').length > 2)
        end(change, one, other);
    },
    () => {
      const held = new Set([...members.values()].flatMap((one) => [one.branchId, one.temporaryBranchId]));
      const empty = pick(standing('BRANCH').filter(({ id }) => !held.has(id)));
      if (empty && standing('BRANCH').length > 6) empty.validTo = today;
    },
  ];

  return {
    recorded,
    branches: () => [...units.values()].filter((unit) => here(unit) && isBranch(unit)).map(({ id }) => id),
    unit: (id: string) => units.get(id),
    placementOf: (memberId: string) => members.get(memberId),
    /** A member of a branch, who may take part at another for a time. */
    settle(memberId: string, branchId: string | null, temporaryBranchId: string | null = null): Envelope {
      const temporarySince = temporaryBranchId && today;
      const since = '2020-01-01';
      const placement = { memberId, version: 5, branchId, temporaryBranchId, since, temporarySince };
      members.set(memberId, placement);
      const data = { placements: [{ ...placement, residenceBranchId: null }] };
      return makeEnvelope(PlacementRecorded, { aggregateId: memberId, data }, { province: 't' });
    },
    /** Decides something at random: the units as they are now, the members placed anew, and the fact that closes it. */
    reorganise(): { tree: Envelope; placements: Envelope | null; fact: Envelope } {
      const change: Change = { successions: [], moved: new Set(), placed: new Set() };
      for (let count = 0; count < 1 + Math.floor(random() * 3); count += 1) pick(decisions)?.(change);
      const reorganisationId = randomUUID();
      const placed = [...change.placed].flatMap((memberId) => members.get(memberId) ?? []);
      for (const one of placed) one.version += 1;
      const placements = placed.map((one) => ({ ...one, residenceBranchId: null, reorganisationId }));
      const about = { aggregateId: reorganisationId };
      const fact = {
        reorganisationId,
        decisionNumber: '12-QĐ/TU',
        effectiveOn: today,
        successions: change.successions,
        movedUnitIds: [...change.moved],
      };
      return {
        tree: recorded(),
        placements:
          placements.length === 0
            ? null
            : makeEnvelope(PlacementRecorded, { ...about, data: { placements } }, { province: 't' }),
        fact: makeEnvelope(ReorganisationApplied, { ...about, data: fact }, { province: 't' }),
      };
    },
  };
}

export type ChangingTree = ReturnType<typeof changingTree>;
