/** A unit on the way from the root to a branch, as the tree says on the day of the letter. */
export interface ChainUnit {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** One of the ten boxes: the unit that signs it, or null when it is crossed out. */
export interface ChainBox {
  readonly index: number;
  readonly unit: ChainUnit | null;
}

/** Boxes 1 to 5 are the origin's, 6 to 10 the destination's. */
export const LAST_ORIGIN_BOX = 5;
export const FIRST_BOX = 1;
export const LAST_BOX = 10;

const branchTypes = new Set(['BRANCH', 'GRASSROOTS_BRANCH']);

/** Do members belong to units of this type directly? Only those send and receive a member. */
export const isBranchType = (type: string): boolean => branchTypes.has(type);

/** Which unit of a path stands at which level of the letter; a level that the path does not have is null. */
interface Levels {
  readonly branch: ChainUnit;
  readonly subCommittee: ChainUnit | null;
  readonly grassroots: ChainUnit | null;
  readonly superior: ChainUnit | null;
  readonly province: ChainUnit | null;
}

function levelsOf(path: readonly ChainUnit[]): Levels {
  const branch = path.at(-1);
  if (branch === undefined || !isBranchType(branch.type))
    throw new Error('a letter goes from branch to branch');
  const nearest = (type: string) => path.findLast((unit) => unit.type === type) ?? null;
  return {
    branch,
    subCommittee: nearest('SUB_COMMITTEE'),
    grassroots: nearest('GRASSROOTS_COMMITTEE'),
    superior: nearest('SUPERIOR'),
    province: nearest('PROVINCE'),
  };
}

/**
 * The ten boxes of a letter between two branches, computed from the two paths (root first, branch last), never from a
 * fixed template (12-HD/BTCTW as read in the domain dossier, "Letter types").
 *
 * - A level that a side does not have is crossed out: no sub-committee, no box 2 or 9; a grassroots branch has no
 *   committee of its own, so no box 3 or 8.
 * - Nothing above the deepest common unit is used. The common unit signs on the origin's side only; its box on the
 *   destination's side is crossed out.
 * - The introduction out of a grassroots organisation is made by its direct superior: box 4 (7 on arrival), or the
 *   organisation board of the province, box 5 (6), for organisations directly under the province. Those use both boxes
 *   5 and 6 even inside one province, as the source's table says: leaving and arriving are two entries of its register.
 * - Between two provinces both boards sign.
 *
 * Throws when an end is no branch, when both ends are the same branch, or when no level could introduce.
 */
export function chainBetween(
  originPath: readonly ChainUnit[],
  destinationPath: readonly ChainUnit[],
): ChainBox[] {
  const origin = levelsOf(originPath);
  const destination = levelsOf(destinationPath);
  if (origin.branch.id === destination.branch.id) throw new Error('a letter needs two different branches');

  const commonDepth = depthOfDeepestCommon(originPath, destinationPath);
  const sameProvince = origin.province !== null && origin.province.id === destination.province?.id;
  const commonIsProvince = sameProvince && originPath[commonDepth]?.id === origin.province?.id;

  const onTheWayUp = (unit: ChainUnit | null) =>
    unit !== null && originPath.indexOf(unit) >= commonDepth ? unit : null;
  const onTheWayDown = (unit: ChainUnit | null) =>
    unit !== null && destinationPath.indexOf(unit) > commonDepth ? unit : null;
  const board = (side: Levels) =>
    !sameProvince || (commonIsProvince && side.superior === null) ? side.province : null;

  const units = [
    origin.branch,
    onTheWayUp(origin.subCommittee),
    onTheWayUp(origin.grassroots),
    onTheWayUp(origin.superior),
    board(origin),
    board(destination),
    onTheWayDown(destination.superior),
    onTheWayDown(destination.grassroots),
    onTheWayDown(destination.subCommittee),
    destination.branch,
  ];
  if (units.slice(1, LAST_ORIGIN_BOX).every((unit) => unit === null))
    throw new Error('no unit above the origin branch can introduce the member');
  return units.map((unit, position) => ({ index: position + 1, unit }));
}

function depthOfDeepestCommon(one: readonly ChainUnit[], other: readonly ChainUnit[]): number {
  let depth = -1;
  while (one[depth + 1] !== undefined && one[depth + 1]?.id === other[depth + 1]?.id) depth += 1;
  return depth;
}

/** The used box that follows, or null after the last one. */
export function boxAfter<Box extends { readonly index: number; readonly crossedOut: boolean }>(
  boxes: readonly Box[],
  index: number,
): Box | null {
  return boxes.find((box) => box.index > index && !box.crossedOut) ?? null;
}

/** The used box before this one, or null before box 1. */
export function boxBefore<Box extends { readonly index: number; readonly crossedOut: boolean }>(
  boxes: readonly Box[],
  index: number,
): Box | null {
  return boxes.findLast((box) => box.index < index && !box.crossedOut) ?? null;
}

/** The box by which the letter leaves the origin's side. */
export function lastOriginBox<Box extends { readonly index: number; readonly crossedOut: boolean }>(
  boxes: readonly Box[],
): Box {
  const box = boxBefore(boxes, LAST_ORIGIN_BOX + 1);
  if (box === null) throw new Error('a letter always has a box on the origin side');
  return box;
}
