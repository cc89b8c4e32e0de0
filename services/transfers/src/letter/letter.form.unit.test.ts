import { textOfPdf } from '@dang/documents/testing-pdf';
import { describe, expect, test } from '@jest/globals';
import { type LetterFoot, makeLetterForm } from './letter.form.ts';
import type { LetterPaper, PaperBox } from './letter-paper.ts';

const at = new Date('2026-07-06T03:00:00Z');
const block = {
  signatureId: 's',
  verifyUrl: 'https://dang.test/verify/transfers/s',
  signer: { name: 'Trần Văn Đức', title: 'Bí thư', unitId: 'u', unitName: 'Đảng bộ A' },
  signedAt: at,
  previous: { sha256: 'ab'.repeat(32) },
};
const foot: LetterFoot = { block };

const empty: Omit<PaperBox, 'index'> = {
  status: 'PENDING',
  crossedOut: false,
  outside: false,
  unitName: 'Chi bộ 1',
  unitType: 'BRANCH',
  addressee: null,
  content: null,
  comment: null,
  correction: null,
  registerNumber: null,
  registerYear: null,
  signedByName: null,
  signedByTitle: null,
  signedAt: null,
  isDigital: false,
  signerUnitName: null,
  correctedByName: null,
  correctedByTitle: null,
  correctedAt: null,
  correctedDigitally: false,
};
const boxes = (count: 8 | 10, more: Record<number, Partial<PaperBox>> = {}): PaperBox[] =>
  Array.from({ length: count }, (_, place) => ({ ...empty, index: place + 1, ...more[place + 1] }));
const signed: Partial<PaperBox> = {
  status: 'SIGNED',
  content: 'Đồng ý chuyển sinh hoạt đảng.',
  signedByName: 'Trần Văn Đức',
  signedByTitle: 'Bí thư',
  signedAt: at,
  registerNumber: 7,
  registerYear: 2026,
};

const paper = (more: Partial<LetterPaper>): LetterPaper => ({
  type: 'TEN_BOX',
  number: '15/2026',
  dossierNumber: 'P3-1',
  isVoid: false,
  issuedOn: '2026-07-06',
  issuer: { name: 'Chi bộ 1', above: 'Đảng bộ A' },
  subject: {
    fullName: 'Nguyễn Thị Minh Anh',
    gender: null,
    dateOfBirth: '1985-05-19',
    joinDate: '2010-02-03',
    officialDate: null,
    cardNumberMasked: '*****678',
    profileNumber: '051234',
  },
  duesPaidThrough: '2026-07',
  branchListNumber: 12,
  boxes: boxes(10),
  ...more,
});
const pagesOf = async (more: Partial<LetterPaper>, below: LetterFoot = foot) =>
  textOfPdf(await makeLetterForm(paper(more), below));
const wordsOf = async (...given: Parameters<typeof pagesOf>) =>
  (await pagesOf(...given)).join('\n').replaceAll(/\s+/g, ' ');

describe('the form of a letter', () => {
  test('names who is introduced, the register, the dues, and what was signed before', async () => {
    const words = await wordsOf({ boxes: boxes(10, { 1: signed }) });
    for (const said of [
      'Số: 15/2026',
      'ngày 06 tháng 7 năm 2026',
      'Loại 10 ô',
      '03/02/2010; dự bị',
      '*****678; 051234',
      'Số SĐV 12',
      'Đã đóng đảng phí hết tháng 07/2026',
      'Số GTSHĐ: 7/2026',
      'T/M CHI BỘ',
      '(đã ký)',
      'Ô 10. Chi bộ nơi đến',
      block.verifyUrl,
      block.previous.sha256,
    ])
      expect(words).toContain(said);
  });

  test('of eight boxes is called so, and names the way back', async () => {
    const words = await wordsOf({ type: 'EIGHT_BOX', boxes: boxes(8) });
    expect(words).toContain('Loại 8 ô');
    expect(words).toContain('Ô 5. Chi bộ nơi đến nhận xét, giới thiệu trở về');
    expect(words).not.toContain('Ô 9');
  });

  test('shows the visible block of who signed digitally, with the organisation for which they acted', async () => {
    const digital = { ...signed, isDigital: true, signerUnitName: 'Đảng bộ phường Việt Hưng' };
    const words = await wordsOf({ boxes: boxes(10, { 3: digital }) });
    expect(words).toContain('Ký số bởi: Trần Văn Đức');
    expect(words).toContain('Tổ chức: Đảng bộ phường Việt Hưng');
    expect(words).toContain('Thời gian: 10:00 06/07/2026');
  });

  test('says nothing in a box that is crossed out, and who fills one outside of the system', async () => {
    const words = await wordsOf({
      boxes: boxes(10, {
        2: { crossedOut: true, status: 'CROSSED_OUT', unitName: null },
        7: { outside: true, status: 'OUTSIDE', unitName: null },
      }),
    });
    expect(words).toContain('Ô 2. Đảng ủy bộ phận nơi đi Ô 3');
    expect(words).toContain('Nơi đến ngoài hệ thống ghi, ký tên, đóng dấu.');
  });

  test('says that it is void, and that it is only printed', async () => {
    const words = await wordsOf({ isVoid: true }, { printed: { last: null } });
    expect(words).toContain('GIẤY NÀY ĐÃ HỦY');
    expect(words).toContain('Bản in từ hệ thống.');
  });

  test('keeps the longest comment and correction whole, on whole pages', async () => {
    const long = 'Chấp hành tốt chủ trương của Đảng. '.repeat(56).trim();
    const pages = await pagesOf({
      type: 'EIGHT_BOX',
      boxes: boxes(8, {
        5: { ...signed, comment: `${long} ${long} HẾT`, correction: long, correctedAt: at },
      }),
    });
    const whole = pages.find((page) => page.includes('HẾT')) ?? '';
    expect(whole).toContain('Ô 5.');
    expect(whole).toContain('T/M CHI BỘ');
    expect(pages.length).toBeLessThanOrEqual(4);
  });

  test('gives the same bytes for the same letter', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => makeLetterForm(paper({}), foot)));
    expect(one?.equals(other as Buffer)).toBe(true);
  });
});
