import { describe, expect, test } from '@jest/globals';
import { faultyField, type GuideDraft, typed } from './guide.rules.ts';

const sound: GuideDraft = {
  key: 'duong-day-nong',
  title: 'Đường dây nóng',
  body: null,
  role: null,
  phone: '024 3825 0000',
  email: 'vp@vh.dcs.vn',
  link: '/huong-dan',
  order: 1,
};

describe('an entry of a guide', () => {
  test('that is sound has no fault', () => {
    expect(faultyField(sound)).toBeNull();
    expect(
      faultyField({ ...sound, phone: null, email: null, link: 'https://dichvucong.dcs.vn/a?b=c#d' }),
    ).toBeNull();
  });
  test.each([
    ['key', 'Có dấu'],
    ['key', 'a--b'],
    ['title', ''],
    ['body', 'x'.repeat(8001)],
    ['phone', 'gọi tôi'],
    ['email', 'không phải thư'],
    ['link', 'javascript:alert(1)'],
    ['link', '//evil.example'],
    ['link', '/\\evil.example'],
    ['link', 'http://khong-ma-hoa.vn'],
    ['link', 'https://a" onclick="x'],
    ['order', 1.5],
    ['order', -1],
  ])('with a faulty %s is refused: %s', (field, value) => {
    expect(faultyField({ ...sound, [field]: value })).toBe(field);
  });
  test('is tidied before it is looked at', () => {
    expect([typed(' a '), typed('  '), typed(null), typed(undefined)]).toEqual(['a', null, null, null]);
  });
});
