import type { NewUnit, TreeStep } from './plan.ts';

/** What is really done to the tree: every step of a plan is made of these five. */
export type TreeOperation =
  | { do: 'CREATE'; unit: NewUnit }
  | { do: 'RENAME'; unitId: string; name: string; shortName: string | null }
  | { do: 'RELOCATE'; unitId: string; parentId: string; type: NewUnit['type'] | null; code: string | null }
  | { do: 'ALLOT'; fromId: string; toId: string; memberIds: string[]; childIds: string[] }
  | { do: 'END'; unitIds: string[]; successorId: string | null };

/** A step in terms of operations, in the order in which they are done. */
export function operationsOf(step: TreeStep): TreeOperation[] {
  switch (step.act) {
    case 'CREATE':
      return [{ do: 'CREATE', unit: step.unit }];
    case 'RENAME':
      return [{ do: 'RENAME', unitId: step.unitId, name: step.name, shortName: step.shortName }];
    case 'MOVE': {
      const { unitId, parentId, type, code } = step;
      return [{ do: 'RELOCATE', unitId, parentId, type, code }];
    }
    case 'MERGE': {
      const end: TreeOperation = { do: 'END', unitIds: step.unitIds, successorId: step.intoId };
      return step.created ? [{ do: 'CREATE', unit: step.created }, end] : [end];
    }
    case 'SPLIT': {
      const parts = step.parts.flatMap(({ unit, memberIds, childIds }): TreeOperation[] => [
        { do: 'CREATE', unit },
        { do: 'ALLOT', fromId: step.unitId, toId: unit.id, memberIds, childIds },
      ]);
      const [first] = step.parts;
      return step.ends && first
        ? [...parts, { do: 'END', unitIds: [step.unitId], successorId: first.unit.id }]
        : parts;
    }
    case 'DISSOLVE':
      return [{ do: 'END', unitIds: [step.unitId], successorId: step.successorId }];
  }
}

/** The units that a step makes. */
export const createdBy = (step: TreeStep): NewUnit[] => {
  if (step.act === 'CREATE') return [step.unit];
  if (step.act === 'MERGE') return step.created ? [step.created] : [];
  return step.act === 'SPLIT' ? step.parts.map(({ unit }) => unit) : [];
};

/** The standing units that a step changes. */
export const changedBy = (step: TreeStep): string[] => {
  if (step.act === 'CREATE') return [];
  if (step.act === 'MERGE') return step.unitIds;
  return step.act === 'SPLIT'
    ? [step.unitId, ...step.parts.flatMap(({ childIds }) => childIds)]
    : [step.unitId];
};

/** The units below which, or into which, a step puts something. */
export const placesOf = (step: TreeStep): string[] => {
  const above = createdBy(step).map(({ parentId }) => parentId);
  if (step.act === 'MOVE') return [step.parentId];
  if (step.act === 'MERGE') return step.created ? above : [step.intoId];
  if (step.act === 'DISSOLVE') return step.successorId === null ? [] : [step.successorId];
  return above;
};

/**
 * Where the codes of units directly below begin: the code above, and a group of zeros for each level that is left out, as
 * `05.200.044.000.` for a branch below a grassroots committee (domain 3.4). `groups` is how many a code of this type has; null:
 * one more than above.
 */
export function codePrefix(parentCode: string, groups: number | null): string {
  const above = parentCode.split('.').length;
  const leftOut = Math.max((groups ?? above + 1) - above - 1, 0);
  return `${parentCode}.${'000.'.repeat(leftOut)}`;
}

/** The codes after the last one given below a prefix; null when three digits do not hold them. */
export function codesAfter(prefix: string, last: number, count: number): string[] | null {
  if (last + count > 999) return null;
  return Array.from({ length: count }, (_, n) => `${prefix}${String(last + 1 + n).padStart(3, '0')}`);
}

/** The last unit that all paths share; paths run from the root down. Throws where there are none. */
export function commonUnit(paths: readonly (readonly string[])[]): string {
  const [first = [], ...others] = paths;
  const shared = first.filter((id, depth) => others.every((path) => path[depth] === id));
  const last = shared.at(-1);
  if (last === undefined) throw new Error('Units of one tree share its root');
  return last;
}
