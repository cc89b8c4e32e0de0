import type { Asked, Cast } from './residence-comment.cast.ts';
import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';

const selection = `commentList { id number version status residences { unit { name } members } rejectionReason }
  rowRefusals { memberName refusal { code message } }`;
const short = selection.replace(/\s+rowRefusals.*/s, '');

interface ListSeen {
  id: string;
  number: string;
  version: number;
  status: string;
  residences: { unit: { name: string }; members: number }[];
  rejectionReason: string | null;
}

/** Who is asked for what: the members of the play by what becomes of them. */
export interface Parts {
  /** Asked for, with a report of their own. */
  readonly reporter: Asked;
  /** Asked for; the ward sends their sheet back once. */
  readonly returned: Asked;
  /** Asked for; the branch proposes to consider action. */
  readonly strict: Asked;
  /** Introduced and asked for, in the other ward. */
  readonly elsewhere: Asked;
  /** Introduced only. */
  readonly introduced: Asked;
  /** Asked for in the wrong ward. */
  readonly misplaced: Asked;
}

/** The workplace makes the list, corrects it, has it rejected and approved, signs and sends it (T57 in small, T58, T59). */
export async function makeAndSendList(stage: Stage, cast: Cast, parts: Parts): Promise<ListSeen> {
  const { workplace, units } = cast;
  const everybody = Object.values(parts);
  let list: ListSeen | undefined;
  const act = async (what: string, field: string, more: object = {}, chosen = selection): Promise<void> => {
    const at = list ? { listId: list.id, expectedVersion: list.version } : {};
    const result = await workplace.act(what, field, { ...at, ...more }, chosen);
    list = result.commentList as ListSeen;
    stage.tell(`   → ${list.status}`);
  };
  const now = () => ({ listId: list?.id, expectedVersion: list?.version });

  stage.chapter('Nơi công tác lập danh sách');
  await act('lập danh sách xin nhận xét hằng năm', 'createCommentList', {
    unitId: units.company,
    year: 2026,
    purpose: 'YEARLY',
    memberIds: everybody.slice(0, -1).map(({ id }) => id),
  });
  await act(`thêm ${parts.misplaced.name}`, 'addToCommentList', { memberIds: [parts.misplaced.id] });
  await workplace.actRefused(
    `thêm ${parts.misplaced.name} lần nữa`,
    'addToCommentList',
    { ...now(), memberIds: [parts.misplaced.id] },
    'MEMBER_TWICE',
  );
  await act(`xóa dòng ${parts.strict.name}`, 'removeFromCommentList', { memberIds: [parts.strict.id] });
  await act(`thêm lại ${parts.strict.name}`, 'addToCommentList', { memberIds: [parts.strict.id] });
  await act('chọn loại, báo cáo và nơi cư trú từng dòng', 'changeCommentListRows', {
    rows: [
      { memberId: parts.reporter.id, selfReportRequired: true },
      { memberId: parts.elsewhere.id, type: 'INTRODUCE_AND_REQUEST' },
      { memberId: parts.introduced.id, type: 'INTRODUCE' },
      { memberId: parts.misplaced.id, residenceId: units.otherBranch },
    ],
  });
  await workplace.actRefused('gửi khi chưa duyệt', 'sendCommentList', now(), 'LIST_NOT_APPROVED');
  await act('trình phê duyệt', 'submitCommentList');
  await workplace.actRefused(
    'từ chối không nêu lý do',
    'rejectCommentList',
    { ...now(), reason: ' ' },
    'REASON_REQUIRED',
  );
  await act(
    'từ chối',
    'rejectCommentList',
    { reason: 'Đề nghị yêu cầu báo cáo của một đảng viên nữa' },
    short,
  );
  await act('sửa dòng, danh sách lại là nháp', 'changeCommentListRows', {
    rows: [{ memberId: parts.returned.id, selfReportRequired: true }],
  });
  await act('trình lại', 'submitCommentList');
  await act('ký số phê duyệt', 'approveCommentList', { sign: true }, short);
  await act('ký số và gửi tổ chức đảng nơi cư trú', 'sendCommentList', { sign: true });
  demand(list?.status === 'SENT', `the list should be sent, it is ${list?.status}`);
  demand(list.residences.length === 2, 'the list should go to two wards');
  for (const { unit, members } of list.residences) stage.tell(`   ${unit.name}: ${members} đảng viên`);
  return list;
}
