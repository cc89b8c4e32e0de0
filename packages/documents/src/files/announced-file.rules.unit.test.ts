import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { announcedFault, FILE_LIMIT_BYTES } from './announced-file.rules.ts';
import { hasSecretMark } from './secret-mark.rules.ts';

const ordinary = { fileName: 'bao-cao.pdf', contentType: 'application/pdf', size: 1_000 };
const codeOf = (change: object) => announcedFault({ ...ordinary, ...change })?.code ?? null;

test.each([
  ['Báo cáo kết quả thực hiện nhiệm vụ nơi cư trú (2026).pdf', 'application/pdf'],
  ['ảnh chụp.JPG', 'image/jpeg'],
  ['IMG_0001.jpeg', 'image/jpeg'],
  ['quét 1.png', 'image/png'],
  ['đơn.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['Quy chế bảo mật.pdf', 'application/pdf'],
])('%s is taken', (fileName, contentType) => {
  expect(announcedFault({ ...ordinary, fileName, contentType })).toBeNull();
});

test.each([
  '../bao-cao.pdf',
  'a/b.pdf',
  'a\\b.pdf',
  'C:x.pdf',
  'a\0.pdf',
  'a\n.pdf',
  'fdp.\u202eexe.pdf',
  'a\u200b.pdf',
  '..pdf',
  '.pdf',
  'a..pdf',
  ' a.pdf',
  'a.pdf ',
  'a.pdf.',
  'CON.pdf',
  '<b>.pdf',
  'a"b.pdf',
  `${'a'.repeat(147)}.pdf`,
  'a\ud800.pdf',
])('the name %j is refused', (fileName) => {
  expect(codeOf({ fileName })).toBe('FILE_NAME_INVALID');
});

test.each([
  [{ fileName: 'a.exe' }],
  [{ fileName: 'pdf' }],
  [{ fileName: 'a.pdf.exe' }],
  [{ fileName: 'a.png' }],
  [{ contentType: 'text/html' }],
  [{ contentType: 'application/pdf; charset=x' }],
  [{ contentType: 'toString' }],
  [{ contentType: '__proto__' }],
])('%j is no type that is taken', (change) => expect(codeOf(change)).toBe('FILE_TYPE_NOT_ALLOWED'));

test('20 MB is taken, a byte more is not', () => {
  expect(codeOf({ size: FILE_LIMIT_BYTES })).toBeNull();
  expect(codeOf({ size: FILE_LIMIT_BYTES + 1 })).toBe('FILE_TOO_LARGE');
});

describe('a secret document', () => {
  test.each(['SECRET', 'TOP_SECRET', 'UTMOST_SECRET'])('declared %s is refused', (classification) =>
    expect(codeOf({ classification })).toBe('FILE_CLASSIFIED'),
  );
  test.each([
    'MẬT - báo cáo.pdf',
    'báo cáo (MẬT).pdf',
    'bao cao_MẬT.pdf',
    'Tối mật.pdf',
    'báo cáo TUYỆT_MẬT số 5.pdf',
    'Độ mật: Mật.pdf'.replace(':', ' -'),
    'MẬT.pdf'.normalize('NFD'),
  ])('called %s is refused', (fileName) => expect(codeOf({ fileName })).toBe('FILE_CLASSIFIED'));
});

test('everyday words are no marks', () => {
  for (const text of [
    'mật ong',
    'BẢO MẬT',
    'bí mật',
    'QUY CHẾ BẢO MẬT THÔNG TIN',
    'thân mật',
    'mật khẩu',
    'MẬT ONG',
  ])
    expect(hasSecretMark(text)).toBe(false);
});

test('whatever a name that is taken holds, it is no path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (stem) => {
      const fileName = `${stem}.pdf`;
      if (announcedFault({ ...ordinary, fileName }) !== null) return;
      expect(fileName).not.toMatch(/[/\\\0\r\n"]|\.\./);
    }),
    { numRuns: 2_000 },
  );
});
