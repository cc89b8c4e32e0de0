import type { SignatureBlock } from '@dang/documents/signing/sign-document';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { describe, expect, test } from '@jest/globals';
import { criteria, criterionFields } from './sheet.criteria.ts';
import { makeSheetForm, type SheetPaper } from './sheet.form.ts';
import type { SheetRow } from './sheet.rows.ts';

const sheet = {
  exemplaryConduct: 'EXEMPLARY_GOOD',
  civicDuty: 'MODEL',
  meetingAttendance: 'PARTIAL',
  contactKeeping: 'IRREGULAR',
  mobilisation: 'VERY_ACTIVE',
  proposal: 'NO_PROPOSAL',
  otherComment: 'Nhiệt tình với công việc của tổ dân phố',
  meetingOn: '2026-07-05',
  frontCommitteeMet: true,
  confirmedByName: 'Đỗ Thị Hạnh',
  confirmedByTitle: 'Bí thư chi bộ',
} as SheetRow;
const paper: SheetPaper = {
  sheet,
  number: '05.200.044.000.001-P2-260701-0002',
  memberName: 'Nguyễn Văn An',
  committeeName: 'Đảng bộ phường Khương Đình',
  branchName: 'Chi bộ 21',
  place: 'Phường Khương Đình',
  hasBranchCommittee: true,
  replaced: null,
};
const block: SignatureBlock = {
  signatureId: '01980000-0000-7000-8000-0000000000f1',
  verifyUrl: 'https://dang.vn/verify/evaluation/01980000-0000-7000-8000-0000000000f1',
  signer: {
    name: 'Trần Văn Bình',
    title: 'Bí thư Đảng ủy phường',
    unitId: 'unit',
    unitName: 'Đảng bộ phường Khương Đình',
  },
  signedAt: new Date('2026-07-06T03:04:05Z'),
  previous: null,
};
const made = (change: Partial<SheetPaper> = {}) => makeSheetForm({ ...paper, ...change }, block);
const read = async (change: Partial<SheetPaper> = {}) => textOfPdf(await made(change)).join('\n');
/** As running text: lines of a paragraph joined. */
const running = async (change: Partial<SheetPaper> = {}) => (await read(change)).replace(/\s+/g, ' ');

describe('PHIẾU NHẬN XÉT', () => {
  test('has heads, title, preamble, confirmation and signature as the official form', async () => {
    const text = await running();
    for (const part of [
      'Đảng bộ phường Khương Đình',
      'Chi bộ 21',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Khương Đình, ngày 06 tháng 7 năm 2026',
      'PHIẾU NHẬN XÉT',
      'Chi ủy sau khi họp ngày 05/07/2026 với ban công tác mặt trận thôn, bản, khu dân cư, tổ dân phố thống nhất nhận xét về đảng viên Nguyễn Văn An như sau:',
      '7. Nhận xét khác: Nhiệt tình với công việc của tổ dân phố',
      'XÁC NHẬN CỦA ĐẢNG ỦY XÃ, PHƯỜNG, THỊ TRẤN',
      '(Ký tên, đóng dấu, ghi rõ họ và tên)',
      'Ký số bởi: Trần Văn Bình',
      'Chức vụ: Bí thư Đảng ủy phường',
      'Thời gian: 10:04:05 06/07/2026',
      'T/M CHI BỘ',
      'Bí thư chi bộ 21 – phường Khương Đình Đỗ Thị Hạnh đã xác nhận',
    ])
      expect(text).toContain(part);
    for (const field of criterionFields) expect(text).toContain(criteria[field].text);
  });

  test('ticks exactly one box of each criterion, the chosen one', async () => {
    const lines = (await read()).split('\n');
    const ticked = lines.flatMap((line, index) => (line === 'X' ? [lines[index + 1]] : []));
    expect(ticked).toEqual([
      'Nêu gương tốt',
      'Gương mẫu',
      'Tham gia chưa đầy đủ',
      'Chưa thường xuyên',
      'Rất tích cực',
      'Không đề nghị',
    ]);
  });

  test('says Chi bộ where there is no branch committee, and of no meeting that was not held', async () => {
    expect(await running({ hasBranchCommittee: false })).toContain('Chi bộ sau khi họp ngày 05/07/2026 với');
    const alone = { ...sheet, frontCommitteeMet: false };
    expect(await running({ sheet: alone })).toContain('Chi ủy sau khi họp ngày 05/07/2026 thống nhất');
    expect(await running({ sheet: { ...alone, meetingOn: null } })).toContain('Chi ủy thống nhất nhận xét');
  });

  test('a correction names the sheet that it replaces', async () => {
    const sha256 = 'ab'.repeat(32);
    const text = await running({ replaced: { deliveredAt: '2026-06-30T20:00:00Z', sha256 } });
    expect(text).toContain('Phiếu này thay thế phiếu nhận xét đã gửi ngày 01/07/2026.');
    expect(text).toContain(sha256);
    expect(await running()).not.toContain('thay thế');
  });

  test('fits on one page, on two with a comment of a thousand letters; the same content gives the same bytes', async () => {
    const long = { ...sheet, otherComment: 'Luôn nhiệt tình, gương mẫu. '.repeat(36) };
    expect(textOfPdf(await made({ sheet: long })).length).toBeLessThanOrEqual(2);
    expect(textOfPdf(await made())).toHaveLength(1);
    expect((await made()).equals(await made())).toBe(true);
  });
});
