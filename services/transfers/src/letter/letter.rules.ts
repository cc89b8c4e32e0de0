import type { TransferState } from '../dossier/dossier.workflow.ts';
import type { ChainUnit } from './chain.rules.ts';
import { boxAfter, chainBetween, isBranchType, LAST_BOX, LAST_ORIGIN_BOX } from './chain.rules.ts';

/** A box as it is first written: whom it addresses is fixed with the chain, what it says comes with the signature. */
export interface NewBox {
  readonly index: number;
  readonly status: 'CROSSED_OUT' | 'PENDING' | 'NEXT';
  readonly crossedOut: boolean;
  readonly unitId: string | null;
  readonly toUnitId: string | null;
  readonly addressee: string | null;
}

/** The ten boxes of a new letter: box 1 is next, each used box addresses the one after it. */
export function newBoxes(originPath: readonly ChainUnit[], destinationPath: readonly ChainUnit[]): NewBox[] {
  const chain = chainBetween(originPath, destinationPath).map((box) => ({
    ...box,
    crossedOut: box.unit === null,
  }));
  const parentOf = (unit: ChainUnit) =>
    [originPath, destinationPath].flatMap((path) => path[path.indexOf(unit) - 1] ?? [])[0];
  return chain.map(({ index, unit, crossedOut }) => {
    const to = unit === null ? null : (boxAfter(chain, index)?.unit ?? null);
    return {
      index,
      status: crossedOut ? 'CROSSED_OUT' : index === 1 ? 'NEXT' : 'PENDING',
      crossedOut,
      unitId: unit?.id ?? null,
      toUnitId: to?.id ?? null,
      addressee: to && addresseeOf(to, parentOf(to)),
    };
  });
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

/** Who is introduced, as the letter says it. No card number: a letter's text is stored in clear. */
export interface LetterSubject {
  readonly fullName: string;
  readonly dateOfBirth: string | null;
  readonly joinDate: string | null;
  readonly officialDate: string | null;
}

/** `06/07/2026`, as people write a day. */
const printed = (day: string) => day.split('-').reverse().join('/');

/** What box 1 says: who is introduced, to which month dues are paid, and where to. */
export function firstBoxContent(
  subject: LetterSubject,
  { duesPaidThrough, destination }: { duesPaidThrough: string; destination: string },
): string {
  const born = subject.dateOfBirth ? `, sinh ngày ${printed(subject.dateOfBirth)}` : '';
  const joined = subject.joinDate ? `, vào Đảng ngày ${printed(subject.joinDate)}` : '';
  const official = subject.officialDate
    ? `, chính thức ngày ${printed(subject.officialDate)}`
    : ', đảng viên dự bị';
  return `Giới thiệu đồng chí ${subject.fullName}${born}${joined}${official}, đã đóng đảng phí hết tháng ${printed(duesPaidThrough)}, chuyển sinh hoạt đảng chính thức đến ${destination}.`;
}

/** What a later box says. `day` is the day of the signature. */
export function boxContent(index: number, fullName: string, addressee: string | null, day: string): string {
  if (index === LAST_BOX)
    return `Đã tiếp nhận đồng chí ${fullName} về sinh hoạt đảng chính thức tại chi bộ từ ngày ${printed(day)}.`;
  const verb =
    index <= LAST_ORIGIN_BOX
      ? 'Đồng ý chuyển sinh hoạt đảng chính thức của'
      : 'Đã tiếp nhận giấy giới thiệu sinh hoạt đảng chính thức của';
  return `${verb} đồng chí ${fullName}; kính chuyển ${addressee}.`;
}

/**
 * Where the dossier stands once this box is signed: with the next level of the same side, sent over to the destination, or
 * with the destination branch. A letter without any destination level goes straight to the branch.
 */
export function stateAfterBox(
  boxes: readonly { readonly index: number; readonly crossedOut: boolean }[],
  index: number,
): TransferState {
  const next = boxAfter(boxes, index);
  if (next === null) throw new Error('box 10 is signed by the admission');
  if (next.index === LAST_BOX) return 'AT_DEST_BRANCH';
  if (next.index <= LAST_ORIGIN_BOX) return 'IN_ORIGIN_CHAIN';
  return index <= LAST_ORIGIN_BOX ? 'SENT' : 'IN_DEST_CHAIN';
}

/** In which of its two registers a unit enters the letter: the origin's boxes introduce, the destination's receive. */
export const directionOf = (index: number): 'OUT' | 'IN' => (index <= LAST_ORIGIN_BOX ? 'OUT' : 'IN');
