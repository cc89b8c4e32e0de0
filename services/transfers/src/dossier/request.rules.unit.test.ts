import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { describe, expect, test } from '@jest/globals';
import { duesPaid } from './guards.rules.ts';
import type { DraftRequest, RequestFacts, TransferRequest } from './request.rules.ts';
import { decisionBar, draftBar, memberBar, requestBar } from './request.rules.ts';

const active = { status: 'ACTIVE', forceCategory: 'NONE', underInspection: false };
const unit = (id: string, type: string, code: string, more: object = {}) => ({
  id,
  type,
  code,
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
});
const province = unit('hanoi', 'PROVINCE', '05');

const request: TransferRequest = {
  reason: 'CHANGE_WORKPLACE',
  destinationBranchId: 'sales',
  decisionNumber: '128/QĐ',
  decisionDate: '2026-06-25',
  decisionIssuer: 'Công ty',
  effectiveDate: '2026-07-01',
};
const forGood = { kind: 'OFFICIAL', reason: 'CHANGE_WORKPLACE' } as const;
const facts = (more: Partial<RequestFacts> = {}): RequestFacts => ({
  kind: 'OFFICIAL',
  member: active,
  originBranchId: 'branch1',
  hasOpenDossier: false,
  destinationPath: [province, unit('sales', 'BRANCH', '05.202.010.000.001')],
  today: '2026-07-06',
  calendar: vietnameseCalendar,
  ...more,
});
const bar = (more: Partial<RequestFacts>, asked: DraftRequest = {}) =>
  requestBar({ ...request, ...asked }, facts(more));

test('a plain request is accepted', () => {
  expect(requestBar(request, facts())).toBeNull();
});

describe('who cannot be transferred', () => {
  test.each([
    [{ forceCategory: 'POLICE' }, 'EXCLUDED_FORCE'],
    [{ forceCategory: 'ARMY' }, 'EXCLUDED_FORCE'],
    [{ status: 'SUSPENDED_DETENTION' }, 'EXCLUDED_SUSPENDED'],
    [{ status: 'CONVICTED' }, 'EXCLUDED_CONVICTED'],
    [{ status: 'EXPELLED' }, 'MEMBER_NOT_ACTIVE'],
    [{ status: 'DECEASED' }, 'MEMBER_NOT_ACTIVE'],
  ])('%j is refused %s', (more, code) => {
    expect(memberBar({ ...active, ...more }, forGood)).toBe(code);
  });

  test('T68: a member under inspection; a temporary transfer is what remains', () => {
    expect(memberBar({ ...active, underInspection: true }, forGood)).toBe('TRANSFER_BLOCKED_INSPECTION');
    expect(memberBar({ ...active, status: 'UNDER_INSPECTION' }, forGood)).toBe('TRANSFER_BLOCKED_INSPECTION');
  });

  test('probationers, exempted members and members on a temporary stay can', () => {
    for (const status of ['ACTIVE', 'EXEMPT_ACTIVITY', 'TEMP_EXEMPT_ACTIVITY', 'ACTIVE_TEMP_AWAY'])
      expect(memberBar({ ...active, status }, forGood)).toBeNull();
  });

  test('a member of no branch, and one with an open dossier', () => {
    expect(bar({ originBranchId: null })?.code).toBe('MEMBER_HAS_NO_BRANCH');
    expect(bar({ hasOpenDossier: true })?.code).toBe('TRANSFER_ALREADY_OPEN');
  });
});

describe('where to', () => {
  const to = (last: ReturnType<typeof unit>, ...above: ReturnType<typeof unit>[]) =>
    bar({ destinationPath: [...(above.length > 0 ? above : [province]), last] })?.code ?? null;

  test('a branch or a grassroots branch of this province', () => {
    expect(to(unit('x', 'BRANCH', '05.202.010.000.001'))).toBeNull();
    expect(to(unit('x', 'GRASSROOTS_BRANCH', '05.202.011'))).toBeNull();
    expect(to(unit('x', 'GRASSROOTS_COMMITTEE', '05.202.010'))).toBe('DESTINATION_NOT_A_BRANCH');
    expect(to(unit('x', 'PARTY_GROUP', '05.202.010.000.001'))).toBe('DESTINATION_NOT_A_BRANCH');
  });

  test('also one of another province, or of none', () => {
    expect(to(unit('x', 'BRANCH', '38.001'), unit('thanhHoa', 'PROVINCE', '38'))).toBeNull();
    expect(to(unit('x', 'BRANCH', '00.001'), unit('central', 'CENTRAL', '00'))).toBeNull();
  });

  test('a place in words, when no branch of the directory is meant; one of the two, not both', () => {
    const inWords = (destinationBranchId: string | null, destinationText: string | null) =>
      bar({ destinationPath: [] }, { destinationBranchId, destinationText });
    expect(inWords(null, 'Chi bộ 3, Đảng bộ Quân sự tỉnh Lào Cai')).toBeNull();
    expect(inWords(null, ' ')).toEqual({ code: 'INVALID_INPUT', field: 'destinationText' });
    expect(inWords(null, 'x'.repeat(501))).toEqual({ code: 'INVALID_INPUT', field: 'destinationText' });
    expect(inWords(null, null)).toEqual({ code: 'INVALID_INPUT', field: 'destinationBranchId' });
    expect(inWords('sales', 'Chi bộ 3')).toEqual({ code: 'INVALID_INPUT', field: 'destinationText' });
  });

  test('not one that is unknown, has not begun or has ended', () => {
    expect(bar({ destinationPath: [] })).toEqual({ code: 'UNIT_NOT_FOUND', field: 'destinationBranchId' });
    expect(to(unit('x', 'BRANCH', '05.1', { validFrom: '2026-07-07' }))).toBe('UNIT_NOT_FOUND');
    expect(to(unit('x', 'BRANCH', '05.1', { validTo: '2026-07-06' }))).toBe('UNIT_ENDED');
    expect(to(unit('x', 'BRANCH', '05.1', { validTo: '2026-07-07' }))).toBeNull();
  });

  test('not the branch where the member already is', () => {
    expect(to(unit('branch1', 'BRANCH', '05.200.044.000.001'))).toBe('DESTINATION_IS_ORIGIN');
  });
});

describe('the decision behind the move', () => {
  test.each([
    [{ decisionNumber: '  ' }, 'decisionNumber'],
    [{ decisionIssuer: '' }, 'decisionIssuer'],
    [{ decisionDate: '2026-07-07' }, 'decisionDate'],
    [{ decisionNumber: 'x'.repeat(101) }, 'decisionNumber'],
    [{ decisionDate: '0001-01-01' }, 'decisionDate'],
    [{ effectiveDate: '9999-12-31' }, 'effectiveDate'],
    [{ effectiveDate: '2027-07-07' }, 'effectiveDate'],
    [{ effectiveDate: '0001-01-01' }, 'effectiveDate'],
  ])('%j is not good enough', (more, field) => {
    expect(decisionBar(vietnameseCalendar, { ...request, ...more }, '2026-07-06', 'OFFICIAL')).toEqual({
      code: 'INVALID_INPUT',
      field,
    });
  });

  test('T66: effective 01/06/2026, asked for on working day 60: accepted; on day 61: only with a reason', () => {
    const late = { ...request, decisionDate: '2026-05-20', effectiveDate: '2026-06-01' };
    expect(decisionBar(vietnameseCalendar, late, '2026-08-21', 'OFFICIAL')).toBeNull();
    expect(decisionBar(vietnameseCalendar, late, '2026-08-25', 'OFFICIAL')).toEqual({
      code: 'REASON_REQUIRED',
      field: 'lateReason',
    });
    expect(
      decisionBar(vietnameseCalendar, { ...late, lateReason: 'Ốm dài ngày' }, '2026-08-25', 'OFFICIAL'),
    ).toBeNull();
  });
});

describe('the reason', () => {
  test('is one of the kind, and said', () => {
    expect(bar({}, { reason: 'RETIRED' })).toBeNull();
    for (const reason of ['STUDY', 'WORK', 'LABOUR', null] as const)
      expect(bar({}, { reason })).toEqual({ code: 'INVALID_INPUT', field: 'reason' });
    expect(bar({ kind: 'TEMPORARY' }, { reason: 'STUDY' })).toBeNull();
    expect(bar({ kind: 'TEMPORARY' }, { reason: 'RETIRED' })?.field).toBe('reason');
  });

  test('T68: an inspection leaves the way to the residence, for a time', () => {
    const member = { ...active, underInspection: true };
    expect(bar({ member }, { reason: 'CHANGE_RESIDENCE' })?.code).toBe('TRANSFER_BLOCKED_INSPECTION');
    const temporary = { kind: 'TEMPORARY', member } as const;
    expect(bar(temporary, { reason: 'CHANGE_RESIDENCE' })).toBeNull();
    expect(bar(temporary, { reason: 'WORK' })?.code).toBe('INSPECTION_RESIDENCE_ONLY');
  });
});

describe('a draft', () => {
  test('may leave everything open, and hold no more than a request could', () => {
    const draft = (asked: DraftRequest) => draftBar('OFFICIAL', asked, 'branch1');
    expect(draft({})).toBeNull();
    expect(draft({ ...request, effectiveDate: '2030-01-01' })).toBeNull();
    expect(draft({ destinationBranchId: 'branch1' })?.code).toBe('DESTINATION_IS_ORIGIN');
    expect(draft({ reason: 'STUDY' })?.field).toBe('reason');
    expect(draft({ lateReason: 'x'.repeat(1001) })?.field).toBe('lateReason');
    expect(draft({ decisionDate: '0001-01-01' })?.field).toBe('decisionDate');
  });

  test('submitted half, it is told what is missing, one field after the other', () => {
    const missing = { destinationBranchId: null, reason: null, decisionNumber: null, effectiveDate: null };
    expect(bar({}, missing)?.field).toBe('reason');
    expect(bar({}, { ...missing, reason: 'RETIRED' })?.field).toBe('destinationBranchId');
    expect(bar({}, { decisionNumber: null })?.field).toBe('decisionNumber');
    expect(bar({}, { effectiveDate: null })?.field).toBe('effectiveDate');
  });
});

describe('dues to the end of the letter’s month', () => {
  test('T69: owing 08/2026, a letter of 08/2026 is refused until it is paid', () => {
    expect(duesPaid({ paidThrough: '2026-07', openMonths: ['2026-08'] }, '2026-08')).toBe('DUES_NOT_PAID');
    expect(duesPaid({ paidThrough: '2026-08', openMonths: [] }, '2026-08')).toBe(true);
  });

  test('an older month left open is not paid either; a later one does not matter', () => {
    expect(duesPaid({ paidThrough: '2026-08', openMonths: ['2026-03'] }, '2026-08')).toBe('DUES_NOT_PAID');
    expect(duesPaid({ paidThrough: '2026-08', openMonths: ['2026-09'] }, '2026-08')).toBe(true);
  });

  test('without any word from fees nobody knows', () => {
    expect(duesPaid(null, '2026-08')).toBe('DUES_UNKNOWN');
    expect(duesPaid({ paidThrough: null, openMonths: [] }, '2026-08')).toBe('DUES_NOT_PAID');
  });
});
