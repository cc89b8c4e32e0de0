import { describe, expect, test } from '@jest/globals';
import type { UnitPeriod } from './unit.rules.ts';
import { codeContinues, holdsOn, isUnitCode, mayStandBelow, treeFaults } from './unit.rules.ts';

const period = (over: Partial<UnitPeriod> & Pick<UnitPeriod, 'unitId'>): UnitPeriod => ({
  from: '2025-07-01',
  to: null,
  code: '05',
  name: 'Đảng bộ',
  type: 'PROVINCE',
  parentId: 'root',
  ...over,
});
const root = period({ unitId: 'root', code: 'CENTRAL', type: 'CENTRAL', parentId: null });
const city = period({ unitId: 'city' });
const ward = period({ unitId: 'ward', code: '05.200', type: 'SUPERIOR', parentId: 'city' });

describe('levels', () => {
  test('a commune may be a superior committee or a grassroots committee, both directly below the province', () => {
    expect(mayStandBelow('SUPERIOR', 'PROVINCE')).toBe(true);
    expect(mayStandBelow('GRASSROOTS_COMMITTEE', 'PROVINCE')).toBe(true);
  });
  test('a grassroots branch has no branch below it', () => {
    expect(mayStandBelow('BRANCH', 'GRASSROOTS_BRANCH')).toBe(false);
  });
  test('a branch stands below a grassroots committee or a sub-committee, never below a ward', () => {
    expect(mayStandBelow('BRANCH', 'GRASSROOTS_COMMITTEE')).toBe(true);
    expect(mayStandBelow('BRANCH', 'SUB_COMMITTEE')).toBe(true);
    expect(mayStandBelow('BRANCH', 'SUPERIOR')).toBe(false);
  });
  test('only the Centre is a root', () => {
    expect(mayStandBelow('CENTRAL', null)).toBe(true);
    expect(mayStandBelow('PROVINCE', null)).toBe(false);
  });
});

describe('codes', () => {
  test.each(['CENTRAL', '05', '05.200', '05.200.044', '38.168.053.000.001', '05.200.044.000.001.002'])(
    '%s is a code',
    (code) => {
      expect(isUnitCode(code)).toBe(true);
    },
  );
  test.each(['5', '05.20', '05-200', '05.200.044.000.001.002.003', '05200044', '', '05. 200'])(
    '%p is none',
    (code) => {
      expect(isUnitCode(code)).toBe(false);
    },
  );
  test('the code of a unit continues the code of the unit above', () => {
    expect(codeContinues('05.200.044.000.001', '05.200.044')).toBe(true);
    expect(codeContinues('05.201', '05.200')).toBe(false);
    expect(codeContinues('05.2001', '05.200')).toBe(false);
    expect(codeContinues('38', 'CENTRAL')).toBe(true);
  });
});

describe('half-open stretches', () => {
  test('the first day belongs, the last does not', () => {
    const stretch = { from: '2026-01-01', to: '2026-02-01' };
    expect(
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => holdsOn(stretch, day)),
    ).toEqual([false, true, true, false]);
  });
});

describe('a whole tree', () => {
  test('a sound tree has no fault', () => {
    expect(treeFaults([root, city, ward])).toEqual([]);
  });
  test('a unit that was renamed has two periods and no fault', () => {
    const renamed = { ...ward, from: '2026-03-01', name: 'Tên mới' };
    expect(treeFaults([root, city, { ...ward, to: '2026-03-01' }, renamed])).toEqual([]);
  });
  test('overlapping periods, a missing parent, a wrong level, a foreign code and a bad code are each named', () => {
    const faults = treeFaults([
      root,
      city,
      ward,
      { ...ward, from: '2026-01-01' },
      period({ unitId: 'a', code: '05.201', type: 'SUPERIOR', parentId: 'nowhere' }),
      period({ unitId: 'b', code: '05.200.001', type: 'BRANCH', parentId: 'ward' }),
      period({ unitId: 'c', code: '38.001', type: 'SUPERIOR', parentId: 'city' }),
      period({ unitId: 'd', code: '5', parentId: 'root' }),
    ]);
    expect(faults).toEqual([
      '05.200 from 2026-01-01: two periods of the unit overlap',
      '05.201 from 2025-07-01: the unit above does not exist on that day',
      '05.200.001 from 2025-07-01: a BRANCH cannot stand below a SUPERIOR',
      '38.001 from 2025-07-01: the code does not continue 05',
      '5 from 2025-07-01: the code is malformed',
      '5 from 2025-07-01: the code does not continue CENTRAL',
    ]);
  });
  test('a unit below itself is named', () => {
    const a = period({ unitId: 'a', code: '05.001', type: 'GRASSROOTS_COMMITTEE', parentId: 'b' });
    const b = period({ unitId: 'b', code: '05.001.001', type: 'SUB_COMMITTEE', parentId: 'a' });
    expect(treeFaults([a, b])).toContain('05.001.001 from 2025-07-01: the unit stands below itself');
  });
});
