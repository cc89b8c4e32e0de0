import { layoutOf, layoutOfBoxes } from './layout.ts';

/** A unit on the way from the root to a branch, as the tree says on the day of the letter. */
export interface ChainUnit {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly code?: string;
}

/** One of the boxes: the unit that signs it, or null when there is none. */
export interface ChainBox {
  readonly index: number;
  readonly unit: ChainUnit | null;
}

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
  if (units.slice(1, layoutOf('OFFICIAL').lastOrigin).every((unit) => unit === null))
    throw new Error('no unit above the origin branch can introduce the member');
  return units.map((unit, position) => ({ index: position + 1, unit }));
}

function depthOfDeepestCommon(one: readonly ChainUnit[], other: readonly ChainUnit[]): number {
  let depth = -1;
  while (one[depth + 1] !== undefined && one[depth + 1]?.id === other[depth + 1]?.id) depth += 1;
  return depth;
}

/**
 * The boxes of a letter that leaves every system: the origin's side as for another province, nobody known on the other side.
 */
export function chainOut(originPath: readonly ChainUnit[]): ChainBox[] {
  const { branch, subCommittee, grassroots, superior, province } = levelsOf(originPath);
  const units = [branch, subCommittee, grassroots, superior, province, null, null, null, null, null];
  if (units.slice(1).every((unit) => unit === null))
    throw new Error('no unit above the origin branch can introduce the member');
  return units.map((unit, position) => ({ index: position + 1, unit }));
}

/**
 * The eight boxes of a letter for a stay: from organisation to organisation and back, without superiors (QĐ 24-QĐ/TW). 1 origin branch,
 * 2 origin grassroots committee, 3 destination grassroots committee, 4 destination branch; on the way back 5 destination branch (its comment),
 * 6 destination and 7 origin grassroots committee, 8 origin branch. A grassroots branch has no committee; one that both sides have in common signs
 * for the side that sends. Without a destination path nobody is known on the other side.
 */
export function stayChain(
  originPath: readonly ChainUnit[],
  destinationPath: readonly ChainUnit[] | null,
): ChainBox[] {
  const origin = levelsOf(originPath);
  const destination = destinationPath && levelsOf(destinationPath);
  if (origin.branch.id === destination?.branch.id) throw new Error('a letter needs two different branches');
  const home = origin.grassroots;
  const away = destination?.grassroots ?? null;
  const isCommon = home !== null && home.id === away?.id;
  const units = [
    origin.branch,
    home,
    isCommon ? null : away,
    destination?.branch ?? null,
    destination?.branch ?? null,
    away,
    isCommon ? null : home,
    origin.branch,
  ];
  return units.map((unit, position) => ({ index: position + 1, unit }));
}

/** What has to be known of a box to find the way through a letter. */
interface WayBox {
  readonly index: number;
  readonly crossedOut: boolean;
  /** Filled by hand by somebody outside of the system. */
  readonly outside: boolean;
}

/** The box that follows, signed here or outside; null after the last one. */
export const boxFollowing = <Box extends WayBox>(boxes: readonly Box[], index: number): Box | null =>
  boxes.find((box) => box.index > index && !box.crossedOut) ?? null;

/** The box that follows when it is to be signed here; null after the last one, and where the letter goes outside. */
export function boxAfter<Box extends WayBox>(boxes: readonly Box[], index: number): Box | null {
  const following = boxFollowing(boxes, index);
  return following?.outside === false ? following : null;
}

/** The box before this one that is signed here, or null before box 1. */
export function boxBefore<Box extends WayBox>(boxes: readonly Box[], index: number): Box | null {
  return boxes.findLast((box) => box.index < index && !box.crossedOut && !box.outside) ?? null;
}

/** The box by which the letter leaves the origin's side. */
export function lastOriginBox<Box extends WayBox>(boxes: readonly Box[]): Box {
  const box = boxBefore(boxes, layoutOfBoxes(boxes).lastOrigin + 1);
  if (box === null) throw new Error('a letter always has a box on the origin side');
  return box;
}
