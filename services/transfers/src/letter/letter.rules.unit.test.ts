import { describe, expect, test } from '@jest/globals';
import {
  addresseeOf,
  boxContent,
  firstBoxContent,
  letterTypeOf,
  purposeOf,
  stateAfterBox,
} from './letter.rules.ts';

const unit = (type: string, name: string) => ({ id: name, type, name });

describe('whom a box addresses', () => {
  test.each([
    ['GRASSROOTS_COMMITTEE', 'Đảng bộ Khu dân cư Việt Hưng', 'Đảng ủy Khu dân cư Việt Hưng'],
    ['SUB_COMMITTEE', 'Đảng bộ bộ phận Chợ', 'Đảng ủy bộ phận Chợ'],
    ['SUPERIOR', 'Đảng bộ phường Tây Hồ', 'Ban Thường vụ Đảng ủy phường Tây Hồ'],
    ['PROVINCE', 'Đảng bộ thành phố Hà Nội', 'Ban Tổ chức Thành ủy Hà Nội'],
    ['PROVINCE', 'Đảng bộ tỉnh Thanh Hóa', 'Ban Tổ chức Tỉnh ủy Thanh Hóa'],
    ['GRASSROOTS_BRANCH', 'Chi bộ Trường Việt Hưng', 'Chi ủy Chi bộ Trường Việt Hưng'],
  ])('%s %s: %s', (type, name, addressee) => {
    expect(addresseeOf(unit(type, name))).toBe(addressee);
  });

  test('a branch is named with the committee above it, once', () => {
    const company = unit('GRASSROOTS_COMMITTEE', 'Đảng bộ Công ty Sông Hồng');
    expect(addresseeOf(unit('BRANCH', 'Chi bộ 1'), company)).toBe(
      'Chi ủy Chi bộ 1 (Đảng bộ Công ty Sông Hồng)',
    );
    expect(addresseeOf(unit('BRANCH', 'Chi bộ 1 - Đảng bộ Công ty Sông Hồng'), company)).toBe(
      'Chi ủy Chi bộ 1 - Đảng bộ Công ty Sông Hồng',
    );
  });
});

describe('what a box says', () => {
  const subject = {
    fullName: 'Lê Thị Hạnh',
    dateOfBirth: '1985-05-19',
    joinDate: '2010-02-03',
    officialDate: null,
  };

  test('box 1 introduces, and says to which month dues are paid', () => {
    expect(
      firstBoxContent(subject, { duesPaidThrough: '2026-07', purpose: purposeOf('Chi bộ 2', null) }),
    ).toBe(
      'Giới thiệu đồng chí Lê Thị Hạnh, sinh ngày 19/05/1985, vào Đảng ngày 03/02/2010, đảng viên dự bị, đã đóng đảng phí hết tháng 07/2026, chuyển sinh hoạt đảng chính thức đến Chi bộ 2.',
    );
  });

  test('later boxes agree, receive, and at last admit', () => {
    expect(boxContent('OFFICIAL', 4, 'Lê Thị Hạnh', 'Đảng ủy A', '2026-07-06')).toMatch(
      /^Đồng ý chuyển .* kính chuyển Đảng ủy A\.$/,
    );
    expect(boxContent('OFFICIAL', 8, 'Lê Thị Hạnh', 'Chi ủy B', '2026-07-06')).toMatch(
      /^Đã tiếp nhận giấy .* kính chuyển Chi ủy B\.$/,
    );
    expect(boxContent('OFFICIAL', 10, 'Lê Thị Hạnh', null, '2026-07-06')).toContain('từ ngày 06/07/2026');
  });
});

describe('where the dossier stands once a box is signed', () => {
  const boxes = (...used: number[]) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => ({
      index,
      outside: false,
      crossedOut: !used.includes(index),
    }));

  test('up the origin, across, down the destination', () => {
    const letter = boxes(1, 3, 4, 7, 8, 10);
    expect([1, 3, 4, 7, 8].map((index) => stateAfterBox(letter, index))).toEqual([
      'IN_ORIGIN_CHAIN',
      'IN_ORIGIN_CHAIN',
      'SENT',
      'IN_DEST_CHAIN',
      'AT_DEST_BRANCH',
    ]);
  });

  test('a letter without any destination level goes straight to the branch', () => {
    expect(stateAfterBox(boxes(1, 3, 10), 3)).toBe('AT_DEST_BRANCH');
  });

  test('box 10 has nothing after it', () => {
    expect(() => stateAfterBox(boxes(1, 3, 10), 10)).toThrow('the last box');
  });
});

describe('which form a letter has', () => {
  const committee = unit('GRASSROOTS_COMMITTEE', 'Đảng bộ A');
  const [one, two, far] = [
    unit('BRANCH', 'Chi bộ 1'),
    unit('BRANCH', 'Chi bộ 2'),
    unit('GRASSROOTS_BRANCH', 'Chi bộ B'),
  ];
  const ends = (
    destination: ReturnType<typeof unit>[] | null,
    kind: 'OFFICIAL' | 'TEMPORARY' = 'OFFICIAL',
  ) => ({
    kind,
    origin: [committee, one],
    destination,
    leaves: false,
  });

  test('inside one grassroots committee it is what the province has chosen', () => {
    expect(letterTypeOf(ends([committee, two]), 'INTERNAL')).toBe('INTERNAL');
    expect(letterTypeOf(ends([committee, two]), 'TEN_BOX')).toBe('TEN_BOX');
  });

  test('elsewhere it has ten boxes, and eight for a stay', () => {
    expect(letterTypeOf(ends([far]), 'INTERNAL')).toBe('TEN_BOX');
    expect(letterTypeOf(ends(null), 'INTERNAL')).toBe('TEN_BOX');
    expect(letterTypeOf(ends([committee, two], 'TEMPORARY'), 'INTERNAL')).toBe('EIGHT_BOX');
  });
});
