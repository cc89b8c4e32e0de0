/** Types of Party organisations (domain 3.1), from the root down. */
export const unitTypes = [
  'CENTRAL',
  'PROVINCE',
  'SUPERIOR',
  'GRASSROOTS_COMMITTEE',
  'GRASSROOTS_BRANCH',
  'SUB_COMMITTEE',
  'BRANCH',
  'PARTY_GROUP',
] as const;
export type UnitType = (typeof unitTypes)[number];

/** Kinds of Party organisations (loại hình, domain 3.3). */
export const unitKinds = [
  'COMMUNE',
  'RESIDENTIAL',
  'AGENCY',
  'ENTERPRISE',
  'PUBLIC_SERVICE',
  'ARMED_FORCES',
  'OVERSEAS',
  'OTHER',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/**
 * What may stand directly below what when a tree is loaded as a whole. A commune is a `SUPERIOR` today and a
 * `GRASSROOTS_COMMITTEE` under the province in the three-level model (domain 3.2): both are allowed. Acts on a tree that stands
 * ask the table `unit_type_parent` instead, which holds for a time.
 */
const parentTypes = {
  CENTRAL: [],
  PROVINCE: ['CENTRAL'],
  SUPERIOR: ['PROVINCE'],
  GRASSROOTS_COMMITTEE: ['PROVINCE', 'SUPERIOR'],
  GRASSROOTS_BRANCH: ['PROVINCE', 'SUPERIOR'],
  SUB_COMMITTEE: ['GRASSROOTS_COMMITTEE'],
  BRANCH: ['GRASSROOTS_COMMITTEE', 'SUB_COMMITTEE'],
  PARTY_GROUP: ['GRASSROOTS_BRANCH', 'BRANCH'],
} as const satisfies Record<UnitType, readonly UnitType[]>;

/** May a unit of this type stand directly below one of that type (null: at the root)? */
export function mayStandBelow(type: UnitType, parentType: UnitType | null): boolean {
  const allowed: readonly UnitType[] = parentTypes[type];
  return parentType === null ? allowed.length === 0 : allowed.includes(parentType);
}

const codeShape = /^\d{2}(\.\d{3}){0,5}$/;

/** Is this a code, dots included: two digits for the province, then up to four groups of three (domain 3.4); a tổ đảng has a fifth. */
export const isUnitCode = (code: string): boolean => code === 'CENTRAL' || codeShape.test(code);

/** Does the code continue the code of the unit above? Below the root every province code does. */
export const codeContinues = (code: string, parentCode: string): boolean =>
  parentCode === 'CENTRAL' ? code.length === 2 : code.startsWith(`${parentCode}.`);

/** A stretch of a unit's life: days are `YYYY-MM-DD`, `from` belongs to it, `to` does not (null: it lasts). */
export type UnitPeriod = {
  unitId: string;
  from: string;
  to: string | null;
  code: string;
  name: string;
  type: UnitType;
  parentId: string | null;
};

/** Does the day lie in the half-open stretch? */
export const holdsOn = (stretch: { from: string; to: string | null }, day: string): boolean =>
  stretch.from <= day && (stretch.to === null || day < stretch.to);

/**
 * What is wrong with a tree, a sentence each; empty when it is sound. Asked before a tree is loaded as a whole: the
 * database alone would stop at the first fault and not see the levels.
 */
export function treeFaults(periods: readonly UnitPeriod[]): string[] {
  const byUnit = Map.groupBy(periods, (period) => period.unitId);
  return periods.flatMap((period) => periodFaults(period, byUnit));
}

function periodFaults(period: UnitPeriod, byUnit: Map<string, UnitPeriod[]>): string[] {
  const faults: string[] = [];
  const say = (what: string) => faults.push(`${period.code} from ${period.from}: ${what}`);
  if (!isUnitCode(period.code)) say('the code is malformed');
  if (period.to !== null && period.to <= period.from) say('the period ends before it begins');
  for (const other of byUnit.get(period.unitId) ?? [])
    if (other !== period && other.from <= period.from && (other.to === null || period.from < other.to))
      say('two periods of the unit overlap');
  if (period.parentId === null) {
    if (!mayStandBelow(period.type, null)) say(`a ${period.type} cannot be a root`);
    return faults;
  }
  const parent = byUnit.get(period.parentId)?.find((candidate) => holdsOn(candidate, period.from));
  if (!parent) say('the unit above does not exist on that day');
  else if (!mayStandBelow(period.type, parent.type))
    say(`a ${period.type} cannot stand below a ${parent.type}`);
  else if (!codeContinues(period.code, parent.code)) say(`the code does not continue ${parent.code}`);
  if (parent && chainLoops(period, byUnit)) say('the unit stands below itself');
  return faults;
}

function chainLoops(start: UnitPeriod, byUnit: Map<string, UnitPeriod[]>): boolean {
  const seen = new Set([start.unitId]);
  let parentId = start.parentId;
  while (parentId !== null) {
    if (seen.has(parentId)) return true;
    seen.add(parentId);
    parentId = byUnit.get(parentId)?.find((candidate) => holdsOn(candidate, start.from))?.parentId ?? null;
  }
  return false;
}
