import { describe, expect, test } from '@jest/globals';
import { makeForm } from './form.ts';
import type { Form } from './form-page.ts';
import { textOfPdf } from './testing-pdf.ts';

const madeAt = new Date('2026-07-06T02:00:00Z');
const info = { title: 'Biên lai thanh toán', madeAt, footer: 'BL-0001' };

const everything = (form: Form) => {
  form.heading(
    ['ĐẢNG BỘ PHƯỜNG VIỆT HƯNG', 'Chi bộ Khu phố 1'],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 'ngày 06/07/2026'],
  );
  form.title('BIÊN LAI THU ĐẢNG PHÍ', 'Số BL-0001');
  form.pairs([['Số tiền bằng chữ', 'Sáu mươi nghìn đồng']]);
  form.paragraph('Kỳ đóng đảng phí: tháng 06/2026.', { face: 'bold', align: 'justify' });
  form.table(
    [
      { header: 'TT', width: 1, align: 'center' },
      { header: 'Họ và tên đảng viên', width: 6 },
      { header: 'Số tiền (Đồng)', width: 3, align: 'right' },
    ],
    [['1', 'Nguyễn Thị Phượng Ổn', '60.000']],
  );
  form.qr('https://example.vn/verify/abc', ['Quét mã để kiểm tra biên lai.']);
  form.remark('Biên lai được lập từ sổ cái.');
  form.signatures([
    { title: 'NGƯỜI NỘP', note: '(Ký, ghi rõ họ tên)' },
    { title: 'T/M CHI BỘ', note: '(Ký, ghi rõ họ tên)', name: 'Trần Văn Đức' },
  ]);
};

describe('makeForm', () => {
  test('writes text that can be selected, in whole Vietnamese letters, with the fonts embedded', async () => {
    const pdf = await makeForm(info, everything);
    const [page] = textOfPdf(pdf);
    for (const text of [
      'ĐẢNG BỘ PHƯỜNG VIỆT HƯNG',
      'Nguyễn Thị Phượng Ổn',
      'Sáu mươi nghìn đồng',
      'Quét mã để kiểm tra biên lai.',
      'Trần Văn Đức',
      'BL-0001',
      'Trang 1/1',
    ])
      expect(page).toContain(text);
    expect(pdf.toString('latin1').match(/\/FontFile2/g)?.length).toBe(3);
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
  });
  test('gives the same bytes for the same content and moment, others for another moment', async () => {
    const first = await makeForm(info, everything);
    expect(first.equals(await makeForm(info, everything))).toBe(true);
    expect(
      first.equals(await makeForm({ ...info, madeAt: new Date('2026-07-07T02:00:00Z') }, everything)),
    ).toBe(false);
  });
  test('a long table goes on on the next page, under its header again, and every page has its number', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`${index + 1}`, 'Lê Văn An']);
    const pdf = await makeForm({ ...info, layout: 'landscape' }, (form) => {
      form.table(
        [
          { header: 'TT', width: 1 },
          { header: 'Họ và tên', width: 5 },
        ],
        rows,
      );
      form.newPage();
      form.gap();
      form.paragraph('hết');
    });
    const pages = textOfPdf(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Trang ${index + 1}/${pages.length}`);
      if (index < pages.length - 1) expect(page).toContain('Họ và tên');
    }
    expect(pages.join('\n').match(/Lê Văn An/g)?.length).toBe(120);
  });
  test('blocks of signatures are never torn across pages', async () => {
    const pdf = await makeForm(info, (form) => {
      for (let line = 0; line < 40; line++) form.paragraph(`dòng ${line}`);
      form.signatures([{ title: 'T/M CẤP TRÊN', note: '(Ký)', name: 'Đỗ Thị Hạnh' }]);
    });
    const last = textOfPdf(pdf).at(-1);
    expect(last).toContain('T/M CẤP TRÊN');
    expect(last).toContain('Đỗ Thị Hạnh');
  });
});

test('what was written before leaves no trace: the same form has the same bytes after any other', async () => {
  const info = { title: 'Giấy', madeAt: new Date('2026-07-06T03:00:00Z'), footer: 'Số 1' };
  const make = (text: string) => makeForm(info, (form) => form.paragraph(text));
  const first = await make('Chi bộ 1 – đảng viên');
  await make('Chi\u00a0bộ\u00a01\u00a0-\u00a0đảng viên ffi');
  expect((await make('Chi bộ 1 – đảng viên')).equals(first)).toBe(true);
});
