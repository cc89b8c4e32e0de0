import { expect, test } from '@jest/globals';
import { amountInWords } from './amount-in-words.ts';

test.each([
  [0n, 'Không đồng'],
  [5_000n, 'Năm nghìn đồng'],
  [10_620n, 'Mười nghìn sáu trăm hai mươi đồng'],
  [15_930n, 'Mười lăm nghìn chín trăm ba mươi đồng'],
  [60_000n, 'Sáu mươi nghìn đồng'],
  [116_532n, 'Một trăm mười sáu nghìn năm trăm ba mươi hai đồng'],
  [349_596n, 'Ba trăm bốn mươi chín nghìn năm trăm chín mươi sáu đồng'],
  [1_005_000n, 'Một triệu không trăm linh năm nghìn đồng'],
  [21n, 'Hai mươi mốt đồng'],
  [14n, 'Mười bốn đồng'],
  [24n, 'Hai mươi tư đồng'],
  [101_205n, 'Một trăm linh một nghìn hai trăm linh năm đồng'],
  [1_000_000_005n, 'Một tỷ không trăm linh năm đồng'],
  [2_000_005_000_000n, 'Hai nghìn tỷ không trăm linh năm triệu đồng'],
])('%s is "%s"', (amount, words) => expect(amountInWords(amount)).toBe(words));

test('a negative amount is refused', () => expect(() => amountInWords(-1n)).toThrow(RangeError));
