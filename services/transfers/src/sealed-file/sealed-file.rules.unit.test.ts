import { expect, test } from '@jest/globals';
import { presentationBar, sealingBar } from './sealed-file.rules.ts';

const file = { documents: [{ name: 'Phiếu đảng viên', pages: 8 }], sealedOn: '2026-07-06' };
const limits = { notBefore: '2026-07-03', today: '2026-07-06' };

test('a list of what lies in the file, sealed after the letter was issued', () => {
  expect(sealingBar(file, limits)).toBeNull();
});

test.each([
  [{ documents: [] }, 'documents'],
  [{ documents: [{ name: ' ', pages: 1 }] }, 'documents'],
  [{ documents: [{ name: 'Phiếu', pages: 0 }] }, 'documents'],
  [{ sealedOn: '2026-07-07' }, 'sealedOn'],
  [{ sealedOn: '2026-07-02' }, 'sealedOn'],
])('%j is no sealed file', (more, field) => {
  expect(sealingBar({ ...file, ...more }, limits)).toEqual({ code: 'INVALID_INPUT', field });
});

test('T67: a late presentation owes a reason', () => {
  const late = { sealedOn: '2026-07-06', today: '2026-08-20', isLate: true };
  expect(presentationBar({ receivedOn: '2026-08-20' }, late)).toEqual({
    code: 'REASON_REQUIRED',
    field: 'lateReason',
  });
  expect(presentationBar({ receivedOn: '2026-08-20', lateReason: 'Nằm viện' }, late)).toBeNull();
});

test('nothing is received before it was sealed', () => {
  const limit = { sealedOn: '2026-07-06', today: '2026-07-08', isLate: false };
  expect(presentationBar({ receivedOn: '2026-07-05' }, limit)).toEqual({
    code: 'INVALID_INPUT',
    field: 'receivedOn',
  });
});
