import type { TransferKind, TransferState } from '../dossier/workflows.ts';
import type { ChainBox, ChainUnit } from './chain.rules.ts';
import { boxFollowing, chainBetween, chainOut, isBranchType, stayChain } from './chain.rules.ts';
import { FIRST_BOX, type LetterLayout, type LetterType, layoutOf, layoutOfBoxes } from './layout.ts';

/** A box as it is first written: whom it addresses is fixed with the chain, what it says comes with the signature. */
export interface NewBox {
  readonly index: number;
  readonly status: 'CROSSED_OUT' | 'PENDING' | 'NEXT' | 'OUTSIDE';
  readonly crossedOut: boolean;
  readonly outside: boolean;
  readonly unitId: string | null;
  readonly toUnitId: string | null;
  readonly addressee: string | null;
}

/** The two ends of a letter: paths from the root to each branch, or the name of a place that no path leads to. */
export interface LetterEnds {
  readonly kind: TransferKind;
  readonly origin: readonly ChainUnit[];
  /** Null when the destination lies outside of every system. */
  readonly destination: readonly ChainUnit[] | null;
  /** What the letter calls a destination that has no path. */
  readonly destinationText?: string | null;
  /** Does the letter leave the system of this province, so that the other side fills its boxes by hand? */
  readonly leaves: boolean;
}

function chainOf({ kind, origin, destination }: LetterEnds): ChainBox[] {
  if (kind === 'TEMPORARY') return stayChain(origin, destination);
  return destination === null ? chainOut(origin) : chainBetween(origin, destination);
}

/** Is this a box of the other side? */
const isTheirs = ({ lastOrigin, comment }: LetterLayout, index: number): boolean =>
  index > lastOrigin && (comment === null || index <= comment + 1);

/** The boxes of a new letter: box 1 is next, each used box addresses the one after it; those of an outside end are filled there by hand. */
export function newBoxes(ends: LetterEnds): NewBox[] {
  const { origin, destination, leaves, destinationText = null } = ends;
  const layout = layoutOf(ends.kind);
  const chain = chainOf(ends).map((box) => {
    const outside = leaves && isTheirs(layout, box.index) && (box.unit !== null || destination === null);
    return { ...box, outside, crossedOut: box.unit === null && !outside };
  });
  const parentOf = (unit: ChainUnit) =>
    [origin, destination ?? []].flatMap((path) => path[path.indexOf(unit) - 1] ?? [])[0];
  return chain.map(({ index, unit, crossedOut, outside }) => {
    const next = unit === null ? null : boxFollowing(chain, index);
    const to = next?.unit ?? null;
    const unmarked = index === FIRST_BOX ? 'NEXT' : 'PENDING';
    return {
      index,
      status: crossedOut ? 'CROSSED_OUT' : outside ? 'OUTSIDE' : unmarked,
      crossedOut,
      outside,
      unitId: unit?.id ?? null,
      toUnitId: to?.id ?? null,
      addressee: to ? addresseeOf(to, parentOf(to)) : next && destinationText,
    };
  });
}

/**
 * Which form a letter has: ten boxes for good, eight for a stay. Between two branches of one grassroots committee it is what the province has chosen
 * (domain, letter types: "internal letter or 1 → 3 → 10").
 */
export function letterTypeOf(
  { kind, origin, destination }: LetterEnds,
  withinGrassroots: 'TEN_BOX' | 'INTERNAL',
): LetterType {
  if (kind === 'TEMPORARY') return 'EIGHT_BOX';
  const committee = origin.findLast(({ type }) => type === 'GRASSROOTS_COMMITTEE');
  const isWithin = committee !== undefined && destination?.some(({ id }) => id === committee.id);
  return isWithin ? withinGrassroots : 'TEN_BOX';
}

/**
 * Whom a letter to this unit addresses (kính gửi): the branch committee of a branch, the committee of a grassroots
 * organisation, the standing committee of its superior, the organisation board of a province (12-HD/BTCTW, box texts).
 */
export function addresseeOf(unit: ChainUnit, parent?: ChainUnit): string {
  const rest = unit.name.replace(/^Đảng bộ\s+/, '');
  if (isBranchType(unit.type)) {
    const above = parent && !unit.name.includes(parent.name) ? ` (${parent.name})` : '';
    return `Chi ủy ${unit.name}${above}`;
  }
  if (unit.type === 'SUPERIOR') return `Ban Thường vụ Đảng ủy ${rest}`;
  if (unit.type === 'PROVINCE') {
    const city = /^thành phố\s+/i;
    return `Ban Tổ chức ${city.test(rest) ? 'Thành ủy' : 'Tỉnh ủy'} ${rest.replace(city, '').replace(/^tỉnh\s+/i, '')}`;
  }
  return `Đảng ủy ${rest}`;
}

/** In which box of ten the origin's grassroots committee introduces. */
const GRASSROOTS_BOX = 3;

/** Who is introduced, as the letter says it. No card number: a letter's text is stored in clear. */
export interface LetterSubject {
  readonly fullName: string;
  readonly dateOfBirth: string | null;
  readonly joinDate: string | null;
  readonly officialDate: string | null;
}

/** `06/07/2026`, as people write a day. */
export const printed = (day: string) => day.split('-').reverse().join('/');

/** What box 1 says: who is introduced, to which month dues are paid, and for what: `purpose`, as `purposeOf` words it. */
export function firstBoxContent(
  subject: LetterSubject,
  { duesPaidThrough, purpose }: { duesPaidThrough: string; purpose: string },
): string {
  const born = subject.dateOfBirth ? `, sinh ngày ${printed(subject.dateOfBirth)}` : '';
  const joined = subject.joinDate ? `, vào Đảng ngày ${printed(subject.joinDate)}` : '';
  const official = subject.officialDate
    ? `, chính thức ngày ${printed(subject.officialDate)}`
    : ', đảng viên dự bị';
  return `Giới thiệu đồng chí ${subject.fullName}${born}${joined}${official}, đã đóng đảng phí hết tháng ${printed(duesPaidThrough)}, ${purpose}.`;
}

/** What a letter is for, as box 1 says it: where to, and for a stay its term. Days are `YYYY-MM-DD`. */
export function purposeOf(
  destination: string,
  stay: { readonly from: string; readonly through: string } | null,
): string {
  if (stay === null) return `chuyển sinh hoạt đảng chính thức đến ${destination}`;
  return `chuyển sinh hoạt đảng tạm thời đến ${destination}, từ ngày ${printed(stay.from)} đến hết ngày ${printed(stay.through)}`;
}

/** What a later box says. `day` is the day of the signature; `addressee` is null where the letter stays. */
export function boxContent(
  kind: TransferKind,
  index: number,
  fullName: string,
  addressee: string | null,
  day: string,
): string {
  const { arrival, lastOrigin, comment, boxes } = layoutOf(kind);
  const activity = kind === 'OFFICIAL' ? 'sinh hoạt đảng chính thức' : 'sinh hoạt đảng tạm thời';
  if (index === arrival)
    return `Đã tiếp nhận đồng chí ${fullName} về ${activity} tại chi bộ từ ngày ${printed(day)}.`;
  if (kind === 'TEMPORARY' && index === boxes)
    return `Đã tiếp nhận đồng chí ${fullName} trở về sinh hoạt tại chi bộ từ ngày ${printed(day)}.`;
  const onward = addressee === null ? '' : `; kính chuyển ${addressee}`;
  if (comment !== null && index > comment)
    return `Giới thiệu đồng chí ${fullName} trở về nơi sinh hoạt đảng chính thức${onward}.`;
  const verb = index <= lastOrigin ? 'Đồng ý chuyển' : 'Đã tiếp nhận giấy giới thiệu';
  return `${verb} ${activity} của đồng chí ${fullName}${onward}.`;
}

/** Must this box comment on the member? Box 3 of an official transfer: the grassroots committee on the self-criticism (12-HD/BTCTW). */
export const needsComment = (kind: TransferKind, index: number): boolean =>
  kind === 'OFFICIAL' && index === GRASSROOTS_BOX;

/**
 * Where the dossier stands once this box is signed: with the next level of the same side, sent over to the destination or out of the
 * system, or with the branch. A letter without any destination level goes straight to the branch. On the way back of a stay it goes up
 * and down again to the origin branch, or leaves the system.
 */
export function stateAfterBox(
  boxes: readonly Pick<NewBox, 'index' | 'crossedOut' | 'outside'>[],
  index: number,
): TransferState {
  const { lastOrigin, arrival, comment } = layoutOfBoxes(boxes);
  const next = boxFollowing(boxes, index);
  if (next === null) throw new Error('the last box is signed by the branch that receives the member');
  if (comment !== null && index >= comment) {
    if (next.outside) return 'COMPLETED';
    return next.index === boxes.length ? 'BACK_AT_ORIGIN' : 'RETURNING';
  }
  if (next.outside) return 'SENT_OUT';
  if (next.index === arrival) return 'AT_DEST_BRANCH';
  if (next.index <= lastOrigin) return 'IN_ORIGIN_CHAIN';
  return index <= lastOrigin ? 'SENT' : 'IN_DEST_CHAIN';
}
