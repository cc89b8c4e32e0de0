import { expect, test } from '@jest/globals';
import { outsideName, outsideText } from './outside-text.ts';

test('words of another system can be kept, whatever is in them', () => {
  const read = (text: string) => outsideText(10).parse(text);
  expect(read(' Sai\0cơ\r\nquan ')).toBe('Sai cơ qua');
  expect(read('\ud800')).toBe('\ufffd');
  expect(read(`123456789${'😀'}`)).toBe('123456789\ufffd');
  expect(read('\0')).toBe('');
});

test('a name of another system is taken as it is or not at all', () => {
  const isTaken = (name: string) => outsideName(5).safeParse(name).success;
  expect(['VB 01', '', '123456', 'a\0', '\ud800'].map(isTaken)).toEqual([true, false, false, false, false]);
});
