import { describe, expect, test } from '@jest/globals';
import { lossBar, presentationBar, sealingBar } from './sealed-file.rules.ts';

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
  expect(presentationBar({ receivedOn: '2026-08-20', sealIntact: true }, late)).toEqual({
    code: 'REASON_REQUIRED',
    field: 'lateReason',
  });
  const explained = { receivedOn: '2026-08-20', sealIntact: true, lateReason: 'Nằm viện' };
  expect(presentationBar(explained, late)).toBeNull();
});

test('nothing is received before it was sealed', () => {
  const limit = { sealedOn: '2026-07-06', today: '2026-07-08', isLate: false };
  expect(presentationBar({ receivedOn: '2026-07-05', sealIntact: true }, limit)).toEqual({
    code: 'INVALID_INPUT',
    field: 'receivedOn',
  });
});

test('of a broken seal it is said what was found', () => {
  const limit = { sealedOn: '2026-07-06', today: '2026-07-08', isLate: false };
  const broken = { receivedOn: '2026-07-08', sealIntact: false };
  const owed = { code: 'REASON_REQUIRED', field: 'sealNote' };
  expect(presentationBar(broken, limit)).toEqual(owed);
  expect(presentationBar({ ...broken, sealNote: ' ' }, limit)).toEqual(owed);
  expect(presentationBar({ ...broken, sealNote: 'x'.repeat(1001) }, limit)?.code).toBe('INVALID_INPUT');
  expect(presentationBar({ ...broken, sealNote: 'Rách mép, đủ tài liệu theo mục lục' }, limit)).toBeNull();
});

describe('a lost file', () => {
  const dates = { sealedOn: '2026-07-06', today: '2026-07-20' };
  const loss = {
    lostOn: '2026-07-20',
    lostPlace: 'Bến xe Mỹ Đình',
    confirmationNumber: '45/XN-CAP',
  };

  test('is reported with what the police confirmed: its number, its scan or both', () => {
    expect(lossBar(loss, dates)).toBeNull();
    expect(lossBar({ ...loss, confirmationNumber: null, confirmationIds: ['a'] }, dates)).toBeNull();
    expect(lossBar({ ...loss, confirmationNumber: ' ' }, dates)).toEqual({
      code: 'DOCUMENT_MISSING',
      field: 'confirmationNumber',
    });
  });

  test.each([
    [{ lostOn: '2026-07-21' }, 'lostOn'],
    [{ lostOn: '2026-07-05' }, 'lostOn'],
    [{ lostPlace: ' ' }, 'lostPlace'],
    [{ lostPlace: 'x'.repeat(301) }, 'lostPlace'],
    [{ confirmationNumber: 'x'.repeat(101) }, 'confirmationNumber'],
  ])('%j is no report', (more, field) => {
    expect(lossBar({ ...loss, ...more }, dates)).toEqual({ code: 'INVALID_INPUT', field });
  });
});
