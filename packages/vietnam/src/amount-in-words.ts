import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';

const reading = new ReadingConfig();
reading.unit = ['đồng'];
reading.units = [[], ['nghìn'], ['triệu'], ['tỷ']];
reading.oddText = 'linh';

/**
 * "Số tiền bằng chữ": an amount of đồng in words, first letter capital, ending in `đồng`, as receipts and minutes print it
 * (`mốt`, `lăm`, `tư`, `linh`, `không trăm` where speech has them). Refuses (throws) a negative amount.
 */
export function amountInWords(amount: bigint): string {
  if (amount < 0n) throw new RangeError(`no words for the negative amount ${amount}`);
  const words = doReadNumber(amount, reading);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
