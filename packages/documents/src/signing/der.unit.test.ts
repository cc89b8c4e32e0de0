import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { octets, oid, readDer, sequence, setOf, tlv } from './der.ts';

type Tree = { value: Buffer; inside: Tree[] };

const leaf = fc.uint8Array({ maxLength: 300 }).map((bytes): Tree => ({ value: octets(bytes), inside: [] }));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }).map((inside): Tree => {
      return { value: sequence(...inside.map(({ value }) => value)), inside };
    }),
  ),
}));

const expected = ({ value, inside }: Tree): object => ({
  tag: value[0],
  bytes: value,
  inside: inside.map(expected),
});

describe('readDer', () => {
  test('reads what was written, part by part', () => {
    fc.assert(fc.property(tree, (made) => expect(readDer(made.value)).toEqual(expected(made))));
  });
  test('reads values without a length of their own, as some providers write them', () => {
    const inner = octets(Buffer.from('abc'));
    const open = Buffer.concat([Buffer.of(0x30, 0x80), inner, oid('1.2.840.113549.1.7.1'), Buffer.of(0, 0)]);
    const read = readDer(open);
    expect(read?.inside.slice(0, 2).map(({ tag }) => tag)).toEqual([0x04, 0x06]);
    expect(read?.inside[0]?.bytes).toEqual(inner);
  });
  test.each([
    ['nothing', Buffer.of()],
    ['a length beyond the end', Buffer.of(0x30, 0x05, 0x04, 0x01)],
    ['two values', Buffer.concat([octets(Buffer.of(1)), octets(Buffer.of(2))])],
    ['a value and a byte', Buffer.concat([setOf(octets(Buffer.of(1))), Buffer.of(0)])],
    ['a length that ends in the middle', Buffer.of(0x30, 0x84, 0x00)],
    ['a part that is longer than the whole', tlv(0x30, Buffer.of(0x04, 0x09, 0x01))],
  ])('gives null for %s', (_, bytes) => {
    expect(readDer(bytes)).toBeNull();
  });
  test('does not fall into a hole that somebody dug', () => {
    let deep = Buffer.alloc(0);
    for (let level = 0; level < 20_000; level += 1) deep = Buffer.concat([Buffer.of(0x30, 0x80), deep]);
    expect(readDer(deep)).toBeNull();
    let closed = octets(Buffer.of(1));
    for (let level = 0; level < 200; level += 1) closed = sequence(closed);
    expect(() => readDer(closed)).not.toThrow();
  });
});
