import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChainUnit } from './chain.rules.ts';
import { boxAfter, boxBefore, chainBetween, lastOriginBox } from './chain.rules.ts';

const path = (...steps: [id: string, type: string][]): ChainUnit[] =>
  [['central', 'CENTRAL'] as [string, string], ...steps].map(([id, type]) => ({ id, type, name: id }));

const hanoi: [string, string] = ['hanoi', 'PROVINCE'];
const vietHung: [string, string] = ['vietHung', 'SUPERIOR'];
const tayHo: [string, string] = ['tayHo', 'SUPERIOR'];
const kdc: [string, string] = ['kdcVietHung', 'GRASSROOTS_COMMITTEE'];
const school: [string, string] = ['school', 'GRASSROOTS_COMMITTEE'];
const company: [string, string] = ['company', 'GRASSROOTS_COMMITTEE'];

/** "1 3 4 → 7 8 10": the boxes that are used, as the source writes them. */
function used(origin: ChainUnit[], destination: ChainUnit[]): string {
  const boxes = chainBetween(origin, destination).filter((box) => box.unit !== null);
  const side = (from: number, to: number) =>
    boxes
      .filter(({ index }) => index >= from && index <= to)
      .map(({ index }) => index)
      .join(' ');
  return `${side(1, 5)} → ${side(6, 10)}`;
}

const signerOf = (origin: ChainUnit[], destination: ChainUnit[], index: number) =>
  chainBetween(origin, destination)[index - 1]?.unit?.id ?? null;

const branch1 = path(hanoi, vietHung, kdc, ['branch1', 'BRANCH']);

describe('the five cases of the source', () => {
  test('two branches of one grassroots committee: 1 3 → 10', () => {
    expect(used(branch1, path(hanoi, vietHung, kdc, ['branch2', 'BRANCH']))).toBe('1 3 → 10');
  });

  test('same superior, different grassroots: 1 3 → 8 10, with 4 by the common superior', () => {
    const destination = path(hanoi, vietHung, school, ['teachers', 'BRANCH']);
    expect(used(branch1, destination)).toBe('1 3 4 → 8 10');
    expect(signerOf(branch1, destination, 4)).toBe('vietHung');
    expect(signerOf(branch1, destination, 7)).toBeNull();
  });

  test('same province, different superior: 1 3 4 → 7 8 10', () => {
    const destination = path(hanoi, tayHo, company, ['sales', 'BRANCH']);
    expect(used(branch1, destination)).toBe('1 3 4 → 7 8 10');
    expect([1, 3, 4, 7, 8, 10].map((index) => signerOf(branch1, destination, index))).toEqual([
      'branch1',
      'kdcVietHung',
      'vietHung',
      'tayHo',
      'company',
      'sales',
    ]);
  });

  test('different provinces: both organisation boards sign, 1 3 4 5 → 6 7 8 10', () => {
    const destination = path(
      ['thanhHoa', 'PROVINCE'],
      ['commune', 'SUPERIOR'],
      ['hamlets', 'GRASSROOTS_COMMITTEE'],
      ['hamlet', 'BRANCH'],
    );
    expect(used(branch1, destination)).toBe('1 3 4 5 → 6 7 8 10');
    expect([5, 6].map((index) => signerOf(branch1, destination, index))).toEqual(['hanoi', 'thanhHoa']);
  });

  test('organisations directly under the province: 1 3 5 → 6 8 10', () => {
    const origin = path(hanoi, ['port', 'GRASSROOTS_COMMITTEE'], ['dock', 'BRANCH']);
    const destination = path(hanoi, ['bank', 'GRASSROOTS_COMMITTEE'], ['counter', 'BRANCH']);
    expect(used(origin, destination)).toBe('1 3 5 → 6 8 10');
    expect([5, 6].map((index) => signerOf(origin, destination, index))).toEqual(['hanoi', 'hanoi']);
  });
});

describe('levels that exist on one side only', () => {
  const withSub = path(hanoi, vietHung, kdc, ['sub', 'SUB_COMMITTEE'], ['cell', 'BRANCH']);

  test('a sub-committee on the way up signs box 2', () => {
    expect(used(withSub, path(hanoi, tayHo, company, ['sales', 'BRANCH']))).toBe('1 2 3 4 → 7 8 10');
  });

  test('a sub-committee on the way down signs box 9', () => {
    expect(used(path(hanoi, tayHo, company, ['sales', 'BRANCH']), withSub)).toBe('1 3 4 → 7 8 9 10');
  });

  test('two sub-committees of one grassroots committee: 1 2 3 → 9 10', () => {
    const other = path(hanoi, vietHung, kdc, ['sub2', 'SUB_COMMITTEE'], ['cell2', 'BRANCH']);
    expect(used(withSub, other)).toBe('1 2 3 → 9 10');
  });

  test('two branches of one sub-committee: nothing above it is used', () => {
    const other = path(hanoi, vietHung, kdc, ['sub', 'SUB_COMMITTEE'], ['cell2', 'BRANCH']);
    expect(used(withSub, other)).toBe('1 2 → 10');
  });

  test('a grassroots branch has no committee of its own: boxes 3 and 8 are crossed out', () => {
    const market = path(hanoi, vietHung, ['market', 'GRASSROOTS_BRANCH']);
    expect(used(market, path(hanoi, tayHo, ['clinic', 'GRASSROOTS_BRANCH']))).toBe('1 4 → 7 10');
    expect(used(market, branch1)).toBe('1 4 → 8 10');
    expect(used(branch1, market)).toBe('1 3 4 → 10');
  });

  test('a branch attached to the superior itself is introduced by it', () => {
    expect(used(path(hanoi, vietHung, ['office', 'BRANCH']), branch1)).toBe('1 4 → 8 10');
  });
});

describe('the three-level model: province, grassroots, branch', () => {
  const phuDong = path(hanoi, ['phuDong', 'GRASSROOTS_COMMITTEE'], ['phuDuc', 'BRANCH']);

  test('inside one commune the superior boxes vanish', () => {
    const other = path(hanoi, ['phuDong', 'GRASSROOTS_COMMITTEE'], ['other', 'BRANCH']);
    expect(used(phuDong, other)).toBe('1 3 → 10');
  });

  test('towards a place that still has a superior, and back', () => {
    expect(used(phuDong, branch1)).toBe('1 3 5 → 7 8 10');
    expect(used(branch1, phuDong)).toBe('1 3 4 → 6 8 10');
  });
});

describe('for any two branches', () => {
  const level = (type: string, ids: string[]) =>
    fc.option(
      fc.constantFrom(...ids).map((id): [string, string] => [`${type}-${id}`, type]),
      { nil: null },
    );
  const anyPath = fc
    .tuple(
      level('SUPERIOR', ['a', 'b']),
      level('GRASSROOTS_COMMITTEE', ['a', 'b']),
      level('SUB_COMMITTEE', ['a', 'b']),
      fc.constantFrom('a', 'b', 'c'),
    )
    .map(([superior, grassroots, sub, id]) => {
      const steps: [string, string][] = [hanoi];
      // Ids carry their parent's, so that one id never hangs below two parents.
      for (const step of [superior, grassroots, grassroots ? sub : null]) {
        if (step) steps.push([`${steps.at(-1)?.[0]}/${step[0]}`, step[1]]);
      }
      steps.push([`${steps.at(-1)?.[0]}/${id}`, grassroots ? 'BRANCH' : 'GRASSROOTS_BRANCH']);
      return path(...steps);
    });
  const anyPair = fc
    .tuple(anyPath, anyPath)
    .filter(([origin, destination]) => origin.at(-1)?.id !== destination.at(-1)?.id);

  test('boxes 1 and 10 are the two branches, and somebody in between introduces', () => {
    fc.assert(
      fc.property(anyPair, ([origin, destination]) => {
        const boxes = chainBetween(origin, destination);
        expect(boxes.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        expect(boxes[0]?.unit).toBe(origin.at(-1));
        expect(boxes[9]?.unit).toBe(destination.at(-1));
        expect(boxes.slice(1, 5).some((box) => box.unit !== null)).toBe(true);
      }),
    );
  });

  test('only the province signs twice, and only on both sides of the crossing', () => {
    fc.assert(
      fc.property(anyPair, ([origin, destination]) => {
        const signers = chainBetween(origin, destination).flatMap(({ unit }) => unit?.id ?? []);
        const twice = signers.filter((id, position) => signers.indexOf(id) !== position);
        expect(twice.filter((id) => id !== 'hanoi')).toEqual([]);
      }),
    );
  });
});

describe('walking the boxes', () => {
  const boxes = chainBetween(branch1, path(hanoi, tayHo, company, ['sales', 'BRANCH'])).map((box) => ({
    index: box.index,
    outside: false,
    crossedOut: box.unit === null,
  }));

  test('forward and back over the crossed-out ones', () => {
    expect(boxAfter(boxes, 1)?.index).toBe(3);
    expect(boxAfter(boxes, 4)?.index).toBe(7);
    expect(boxAfter(boxes, 10)).toBeNull();
    expect(boxBefore(boxes, 3)?.index).toBe(1);
    expect(boxBefore(boxes, 1)).toBeNull();
    expect(lastOriginBox(boxes).index).toBe(4);
  });

  test('what no letter can join is a bug, not an answer', () => {
    expect(() => chainBetween(branch1, branch1)).toThrow('two different branches');
    expect(() => chainBetween(branch1, path(hanoi, tayHo))).toThrow('from branch to branch');
  });
});
