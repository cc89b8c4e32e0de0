import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { criteria, criterionFields } from './sheet.criteria.ts';
import {
  barToSubmit,
  currentSheet,
  readableSheets,
  type SheetContent,
  type SheetState,
} from './sheet.rules.ts';

const complete: SheetContent = {
  exemplaryConduct: 'EXEMPLARY',
  civicDuty: 'MODEL',
  meetingAttendance: 'FULL',
  contactKeeping: 'REGULAR',
  mobilisation: 'ACTIVE',
  proposal: 'NO_PROPOSAL',
  otherComment: null,
};
const bar = (change: Partial<SheetContent>) => {
  const refusal = barToSubmit({ ...complete, ...change });
  return refusal && `${refusal.code} ${refusal.field}`;
};

describe('what keeps a sheet from being submitted', () => {
  test('T60: criterion 4 is empty', () => {
    expect(bar({ contactKeeping: null })).toBe('CRITERION_MISSING contactKeeping');
  });
  test('T61: action is to be considered, and no other comment says why', () => {
    expect(bar({ proposal: 'CONSIDER_ACTION' })).toBe('OTHER_COMMENT_REQUIRED otherComment');
    expect(bar({ proposal: 'CONSIDER_ACTION', otherComment: 'Ba lần không họp' })).toBeNull();
  });
  test('nothing, when all six are chosen; another comment may be left out', () => {
    expect(bar({})).toBeNull();
    expect(bar({ otherComment: 'Nhiệt tình' })).toBeNull();
  });
  test('any missing criterion, the first of the form named first', () => {
    fc.assert(
      fc.property(fc.subarray(criterionFields, { minLength: 1 }), (missing) => {
        const change = Object.fromEntries(missing.map((field) => [field, null]));
        expect(bar(change)).toBe(`CRITERION_MISSING ${missing[0]}`);
      }),
    );
  });
});

test('the form has six criteria of three choices each, no two of one wording', () => {
  expect(criterionFields).toHaveLength(6);
  const labels = criterionFields.flatMap((field) => Object.values(criteria[field].choices));
  expect(labels).toHaveLength(18);
  expect(new Set(labels).size).toBe(18);
});

describe('who reads which sheets', () => {
  const states = (...given: SheetState[]) => given.map((status) => ({ status }));
  const all = states('DISCARDED', 'DELIVERED', 'SUBMITTED');
  const reader = { isMember: false, workplaceInScope: false, residenceInScope: false };

  test('the residence side all, the workplace what was delivered, others nothing', () => {
    expect(readableSheets(all, { ...reader, residenceInScope: true }, true)).toEqual(all);
    expect(readableSheets(all, { ...reader, workplaceInScope: true }, true)).toEqual(states('DELIVERED'));
    expect(readableSheets(all, reader, true)).toEqual([]);
  });
  test('the member what was delivered, where members may, whatever office they hold', () => {
    const offices = { isMember: true, workplaceInScope: true, residenceInScope: true };
    expect(readableSheets(all, offices, true)).toEqual(states('DELIVERED'));
    expect(readableSheets(all, offices, false)).toEqual([]);
  });
  test('an item shows the sheet in the making, else the one in force', () => {
    expect(currentSheet(all)?.status).toBe('SUBMITTED');
    const [first, second] = [
      { status: 'DELIVERED' as const, n: 1 },
      { status: 'DELIVERED' as const, n: 2 },
    ];
    expect(currentSheet([first, second, { status: 'DISCARDED', n: 3 }])).toBe(second);
    expect(currentSheet(states('DISCARDED'))).toBeNull();
  });
});
